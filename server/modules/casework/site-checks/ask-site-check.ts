import { askSiteCheck } from '#contract/site-checks.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actAtDesk, openBodies } from '../cases/act-on-case.ts'
import { siteCheckAsked } from './decision.ts'
import { whyNotAskOf } from './check.ts'

/** A collectors' team, a committee: whoever is near, and did not do the work. */
export default operation(askSiteCheck, staff('case.dispatch'), (call) => {
  const { of, words } = call.body
  return actAtDesk(
    call,
    'siteCheck',
    'case.dispatch',
    ({ on, file, bodies }) => {
      refuseIf((openBodies(bodies).has(of) ? undefined : 'case.body_unknown') ?? whyNotAskOf(file, of))
      return siteCheckAsked(on, of)
    },
    { kind: 'site_check', audience: 'staff', words },
  )
})
