import { listOpen311Services } from '#contract/open311.ts'
import { anyone, operation, Raw } from '#server/kernel/operation.ts'
import { findJurisdiction } from './find-jurisdiction.ts'
import { knownServices } from './known-services.ts'
import { errorsOf, isXml, listXml, xmlType } from './say.ts'

export default operation(listOpen311Services, anyone, async (call) => {
  const county = await findJurisdiction(call, call.query.jurisdiction_id, await call.client('open311'))
  const services = await knownServices(call, county, call.language)
  return isXml(call.ending) ? new Raw(xmlType, Buffer.from(listXml('services', 'service', services))) : services
}, errorsOf)
