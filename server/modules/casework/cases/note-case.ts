import { noteCase } from '#contract/casework.ts'
import { factsOf } from '#server/kernel/facts.ts'
import { operation, staff, type Call } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { actOnCase } from './act-on-case.ts'
import { whyNotByState, type CaseFile } from './case.ts'
import { noted } from './decision.ts'
import type { CaseDetail } from './event.ts'
import { groupNoted } from '../groups/decision.ts'
import { takePart } from '../groups/take-part.ts'
import { sayOnce } from './say-once.ts'
import { whyNotTask } from '../tasks/task.ts'

/** A note adds to whatever stands, so it needs no version; its key keeps a retried send from saying it twice. */
export default operation(noteCase, staff('case.note'), async (call) => {
  const { words, photos, audience, task, group = false } = call.body
  const taskIn = (file: CaseFile) => (task ? orRefuse(file.tasks.find((one) => one.id === task)) : undefined)
  return await sayOnce(
    call,
    (key) => group ? takePart(call, ({ on }) => groupNoted(on), { kind: 'group', audience: 'staff', words, photos, key, sent: call.sent }) : actOnCase(call, {
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
    async (key) => ({ version: orRefuse(await versionMadeBy(call, key)) }),
  )
})

/** The version that the entry of this key made, whatever came after it. */
async function versionMadeBy({ db, params }: Call<'noteCase'>, key: string): Promise<number | null | undefined> {
  const trail = await factsOf(db, params.county, params.id)
  return trail.find(({ detail }) => (detail as CaseDetail).entry === key)?.version
}
