import { readOpen311Service } from '#contract/open311.ts'
import { anyone, operation, Raw } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { findJurisdiction } from './find-jurisdiction.ts'
import { knownServices } from './known-services.ts'
import { errorsOf, isXml, xmlType } from './say.ts'
import { xmlOf } from './xml.ts'

/** No category asks for more than words and a place: every definition is empty. */
export default operation(readOpen311Service, anyone, async (call) => {
  const county = await findJurisdiction(call, call.query.jurisdiction_id, await call.client('open311'))
  const service = orRefuse((await knownServices(call, county, call.language)).find((one) => one.service_code === call.params.code))
  const { service_code } = service
  return isXml(call.ending) ? new Raw(xmlType, Buffer.from(xmlOf('service_definition', { service_code, attributes: null }))) : { service_code, attributes: [] }
}, errorsOf)
