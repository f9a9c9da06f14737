import { noteCase } from '#contract/casework.ts'
import { constraintOf } from '#server/kernel/database.ts'
import { operation, refuseOtherUse, staff } from '#server/kernel/operation.ts'
import { orRefuse, Refused } from '#server/kernel/refusal.ts'
import { actOnCase } from './act-on-case.ts'
import { whyNotByState, type CaseFile } from './case.ts'
import { noted } from './decision.ts'
import { entrySent } from './entry.sql.ts'
import { whyNotTask } from './task.ts'
import { versionOf } from './case.sql.ts'

/** A note adds to whatever stands, so it needs no version; its key keeps a retried send from saying it twice. */
export default operation(noteCase, staff('case.note'), async (call) => {
  const { words, photos, audience, task } = call.body
  const { county, id } = call.params
  const taskIn = (file: CaseFile) => (task ? orRefuse(file.tasks.find((one) => one.id === task)) : undefined)
  const key = call.key()
  try {
    return await actOnCase(call, {
      action: 'case.note',
      versioned: false,
      forBody: (file) => taskIn(file)?.body ?? file.desk,
      said: { kind: task ? 'work' : 'note', audience, words, photos, key, sent: call.sent },
      prepare: (acting) => acting,
      whyNot({ file, held }) {
        const work = taskIn(file)
        return whyNotByState(file, 'note') ?? (work && whyNotTask(file, work, 'work', [held.body], call.actor.person))
      },
      decide: ({ on, file }) => noted(on, audience === 'resident', taskIn(file)),
    })
  } catch (error) {
    const isRepeat = constraintOf(error) === 'entries_pkey' || (error instanceof Refused && error.code === 'photo.used')
    const before = isRepeat ? await entrySent(call.db, county, key) : undefined
    if (!before) throw error
    refuseOtherUse(before, call)
    return { version: await versionOf(call.db, county, id) }
  }
})
