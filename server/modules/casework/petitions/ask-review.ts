import { askReview } from '#contract/casework.ts'
import { operation, resident } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { deskAbove } from '../cases/ladder.ts'
import { actOnMatter } from '../matters/act-on-matter.ts'
import { asked } from '../requests/decision.ts'
import { remedyOf, whyNotAskReview } from './petition.ts'

/** 复查, and then 复核: by the level above the body whose opinion the resident is not content with. */
export default operation(askReview, resident, async (call) => {
  await actOnMatter(call, 'review', (on, _, bodies) => {
    const { zone } = on.timing.calendar
    refuseIf(whyNotAskReview(on.file, zone, on.now))
    const { kind, against } = remedyOf(on.file, zone)!
    const of = orRefuse(deskAbove(bodies, against), 'case.no_level_above').id
    return asked(on, { kind, of, by: against, wants: {} })
  }, { kind: 'review', audience: 'resident', words: call.body.words })
  return {}
})
