import { tickGroupItem } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { itemTicked } from './decision.ts'
import { whyNotTick } from './group.ts'
import { takePart } from './take-part.ts'

/** Of two who tick one line at once the second learns that it is done; ticks of different lines both count. */
export default operation(tickGroupItem, staff('case.note'), (call) => {
  const { params: { item: id }, body: { done }, actor } = call
  return takePart(call, ({ on, file, held }) => {
    const item = orRefuse(file.group!.items.find((one) => one.id === id))
    refuseIf(whyNotTick(item, done))
    return itemTicked(on, file.group!, item, done ? { person: actor.person, body: held.body } : undefined)
  })
})
