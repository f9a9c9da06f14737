import { addGroupItem } from '#contract/casework.ts'
import { factsOf } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { sayOnce } from '../cases/say-once.ts'
import type { CaseDetail } from '../cases/event.ts'
import { itemAdded } from './decision.ts'
import { whyNotAdd } from './group.ts'
import { takePart } from './take-part.ts'

export default operation(addGroupItem, staff('case.note'), async (call) => {
  const { words, body = null } = call.body
  const { county, id } = call.params
  return await sayOnce(
    call,
    (key) => takePart(call, ({ on, file }) => {
      refuseIf(whyNotAdd(file, body))
      return itemAdded(on, file.group!, key, body)
    }, { kind: 'item', audience: 'staff', words, key, sent: call.sent }),
    async (key) => {
      const made = (await factsOf(call.db, county, id)).find(({ detail }) => (detail as CaseDetail).entry === key)
      return { version: orRefuse(made?.version) }
    },
  )
})
