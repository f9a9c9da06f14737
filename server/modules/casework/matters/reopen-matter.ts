import { reopenMatter } from '#contract/casework.ts'
import { factsOf } from '#server/kernel/facts.ts'
import { operation, resident } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { lastAnswered } from '../cases/archive.ts'
import { reopened } from '../cases/decision.ts'
import { deskAbove } from '../cases/ladder.ts'
import { alsoUrged } from '../requests/decision.ts'
import { actOnMatter } from './act-on-matter.ts'
import { whyNotReopen } from './matter.ts'

/** Once as of right, within the policy's days from the answer. */
export default operation(reopenMatter, resident, async (call) => {
  const { county, id } = call.params
  await actOnMatter(call, 'reopen', async (on, tx, bodies) => {
    const trail = await factsOf(tx, county, id)
    refuseIf(whyNotReopen(on.file, trail, lastAnswered(trail), on.rules.reopenWithinDays, on.now))
    const event = reopened(on)
    const { desk } = on.file
    return on.rules.supervision.reopening === 'on' ? alsoUrged(on, event, { of: desk, by: deskAbove(bodies, desk)?.id, ground: 'reopening' }) : event
  }, { kind: 'reopening', audience: 'resident', words: call.body.words })
  return {}
})
