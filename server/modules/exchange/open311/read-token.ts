import { readOpen311Token } from '#contract/open311.ts'
import { client, operation, Raw } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { caseStands } from '#server/modules/casework/index.ts'
import { clientCaseBy } from '../clients/client.sql.ts'
import { errorsOf, isXml, listXml, xmlType } from './say.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A program that lost the answer asks here for the number of what it reported. */
export default operation(readOpen311Token, client('open311'), async (call) => {
  const { id, county } = (await call.client('open311'))!
  const token = orRefuse(uuid.test(call.params.token) ? call.params.token.toLowerCase() : undefined)
  const made = orRefuse(await clientCaseBy(call.db, county, id, { token }))
  const { number } = (await caseStands(call.db, county, [made.case_id])).get(made.case_id)!
  const items = [{ service_request_id: number, token }]
  return isXml(call.ending) ? new Raw(xmlType, Buffer.from(listXml('service_requests', 'request', items))) : items
}, errorsOf)
