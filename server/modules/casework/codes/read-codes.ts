import { readCodes } from '#contract/codes.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { shown } from './show-codes.ts'
import { codesInForce } from './recall-codes.ts'

export default operation(readCodes, staff('organisation.read'), async (call) => {
  const { book, effectiveFrom, list, county } = await codesInForce(call, call.params.county, call.now)
  return { book, effectiveFrom: effectiveFrom?.toISOString() ?? null, county, ...shown(list) }
})
