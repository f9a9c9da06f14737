import { markPetition } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actAtDesk } from '../cases/act-on-case.ts'
import { petitionMarked } from './decision.ts'

export default operation(markPetition, staff('case.triage'), (call) =>
  actAtDesk(call, 'petition', 'case.triage', ({ on, row }) => petitionMarked(on, row.received_at)))
