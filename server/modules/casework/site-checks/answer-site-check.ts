import { answerSiteCheck } from '#contract/site-checks.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { whyNotRule } from '../requests/request.ts'
import { ruleOnCase } from '../requests/rule-on-case.ts'
import { siteCheckAnswered } from './decision.ts'
import { siteKinds } from './check.ts'

/** With a picture taken there: a word alone proves nothing. */
export default operation(answerSiteCheck, staff('case.note'), (call) => {
  const { isSo, words, photos } = call.body
  return ruleOnCase(call, siteKinds, whyNotRule, ({ on, request }) => siteCheckAnswered(on, request, isSo), { kind: 'site_check', audience: 'staff', words, photos })
})
