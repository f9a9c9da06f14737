import { reopenMatter } from '#contract/casework.ts'
import { operation, resident } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { reopened } from '../cases/decision.ts'
import { actOnMatter } from './act-on-matter.ts'
import { answeredAt } from './appeal.sql.ts'
import { whyNotReopen } from './matter.ts'

/** Once as of right, within the policy's days from the answer. */
export default operation(reopenMatter, resident, async (call) => {
  const { county, id } = call.params
  await actOnMatter(call, 'reopen', async (on, tx) => {
    refuseIf(whyNotReopen(on.file, await answeredAt(tx, county, id), on.rules.reopenWithinDays, on.now))
    return reopened(on)
  }, { kind: 'reopening', audience: 'resident', words: call.body.words })
  return {}
})
