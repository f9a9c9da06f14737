import { withdrawMatter } from '#contract/casework.ts'
import { operation, resident } from '#server/kernel/operation.ts'
import { actOnMatter } from './act-on-matter.ts'
import { withdrawn } from '../cases/decision.ts'

export default operation(withdrawMatter, resident, async (call) => {
  await actOnMatter(call, 'withdraw', withdrawn, { kind: 'withdrawal', audience: 'resident', words: call.body.words })
  return {}
})
