import { takeCaseApart } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actedBy } from '#server/kernel/reach.ts'
import { actAtDesk } from '../cases/act-on-case.ts'
import { loadCase } from '../cases/case.sql.ts'
import { numberOf } from '../cases/number.ts'
import { record } from '../cases/record-event.ts'
import { takenApart } from './decision.ts'
import { beforeMerging } from './release-merged.ts'

/** Restores what merging ended: the trail tells how it was. */
export default operation(takeCaseApart, staff('case.triage'), (call) =>
  actAtDesk(call, 'takeApart', 'case.triage', async ({ on, file, row, tx, held }) => {
    const master = await loadCase(tx, file.county, file.master!, 'lock')
    const by = actedBy(call.actor, held)
    if (master) await record(call, tx, master, { kind: 'case.parted', detail: { values: { number: numberOf(row) } } }, by)
    return takenApart(on, await beforeMerging(tx, { row, file }))
  }))
