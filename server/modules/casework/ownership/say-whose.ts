import { sayWhose } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { ruleOnCase } from '../requests/rule-on-case.ts'
import { wordSaid } from './decision.ts'
import { whyNotSay } from './talk.ts'

export default operation(sayWhose, staff('case.note'), (call) => {
  const { words, ...word } = call.body
  return ruleOnCase(
    call,
    ['ownership'],
    () => undefined,
    ({ on, file, bodies, held, request }) => {
      refuseIf(whyNotSay(file, request, [held.body], word))
      refuseIf(word.proposed && !bodies.get(word.proposed)?.isOpen ? 'case.body_unknown' : undefined)
      return wordSaid(on, request, word)
    },
    { kind: 'word', audience: 'staff', words },
  )
})
