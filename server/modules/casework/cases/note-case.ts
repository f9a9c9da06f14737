import { noteCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { actOnCase } from './act-on-case.ts'
import { whyNotByState, type CaseFile } from './case.ts'
import { noted } from './decision.ts'
import { sayOnce } from './say-once.ts'
import { whyNotTask } from '../tasks/task.ts'
import { versionOf } from './case.sql.ts'

/** A note adds to whatever stands, so it needs no version; its key keeps a retried send from saying it twice. */
export default operation(noteCase, staff('case.note'), async (call) => {
  const { words, photos, audience, task } = call.body
  const { county, id } = call.params
  const taskIn = (file: CaseFile) => (task ? orRefuse(file.tasks.find((one) => one.id === task)) : undefined)
  return await sayOnce(
    call,
    (key) => actOnCase(call, {
      action: 'case.note',
      versioned: false,
      forBody: (file) => taskIn(file)?.body ?? file.desk,
      said: { kind: task ? 'work' : 'note', audience, words, photos, key, sent: call.sent },
      prepare: (acting) => acting,
      whyNot({ file, held }) {
        const work = taskIn(file)
        return whyNotByState(file, 'note') ?? (work && whyNotTask(file, work, 'work', [held.body]))
      },
      decide: ({ on, file }) => noted(on, audience === 'resident', taskIn(file)),
    }),
    async () => ({ version: orRefuse(await versionOf(call.db, county, id)) }),
  )
})
