import { askPetitionExtension } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actAtDesk } from '../cases/act-on-case.ts'
import { asked, decidedAtOnce } from '../requests/decision.ts'
import { whyNotLengthen } from './petition.ts'

/** The head of the body approves it, and the resident is told why (article 34); a head who asks has decided. */
export default operation(askPetitionExtension, staff('case.triage'), (call) => {
  const { days, words } = call.body
  return actAtDesk(
    call,
    'lengthen',
    'case.triage',
    ({ on, file, held }) => {
      refuseIf(whyNotLengthen(file, on.now) ?? (days > on.rules.petition.extensionDaysMax ? 'request.too_long' : undefined))
      const decides = call.actor.holds.some((one) => one.action === 'gate.decide' && one.body === held.body)
      return (decides ? decidedAtOnce : asked)(on, { kind: 'petition_extension', of: file.desk, by: file.desk, wants: { days } })
    },
    { kind: 'extension', audience: 'resident', words },
  )
})
