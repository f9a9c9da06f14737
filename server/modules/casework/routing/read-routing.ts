import { readRouting } from '#contract/routing.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { catalogueInForce, routingNames } from './recall-routing.ts'
import { shown } from './show-routing.ts'

export default operation(readRouting, staff('organisation.read'), async (call) => {
  const { county } = call.params
  const { book, effectiveFrom, content } = await catalogueInForce(call, county, call.now)
  return { book, effectiveFrom: effectiveFrom?.toISOString() ?? null, ...shown(content, await routingNames(call, county, [content])) }
})
