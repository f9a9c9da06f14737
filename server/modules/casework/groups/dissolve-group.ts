import { dissolveGroup } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actAtDesk } from '../cases/act-on-case.ts'
import { dissolved } from './decision.ts'

/** By the desk that has the case, as it forms one: the case stays open, and each body goes on with its task by itself. */
export default operation(dissolveGroup, staff('case.dispatch'), (call) =>
  actAtDesk(call, 'dissolveGroup', 'case.dispatch', ({ on }) => dissolved(on), { kind: 'dissolving', audience: 'staff', words: call.body.words }))
