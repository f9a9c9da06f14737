import { routine } from '#server/kernel/routines.ts'
import { filesToRemove } from './import.sql.ts'
import { removeImportFile } from './remove-import-file.ts'

const keptUnrunDays = 7
const batchMax = 100

/** Files of imports that are over, or that nobody ran for a week. Their bad rows stay named. */
export default routine({
  name: 'remove files of imports',
  everySeconds: 3_600,
  async run(rooms, now) {
    const madeBefore = new Date(now.getTime() - keptUnrunDays * 86_400_000)
    for (const one of await filesToRemove(rooms.db, madeBefore, batchMax)) await removeImportFile(rooms, one)
  },
})
