import { readOpen311Request } from '#contract/open311.ts'
import { anyone, operation, Raw } from '#server/kernel/operation.ts'
import { Refused } from '#server/kernel/refusal.ts'
import { findJurisdiction } from './find-jurisdiction.ts'
import { casesNumbered } from './list-requests.ts'
import { errorsOf, isXml, listXml, xmlType } from './say.ts'
import { showRequests } from './show-requests.ts'

/** What is neither public nor the program's own is not there. */
export default operation(readOpen311Request, anyone, async (call) => {
  const program = await call.client('open311')
  const county = await findJurisdiction(call, call.query.jurisdiction_id, program)
  const cases = await casesNumbered(call, county, program, [call.params.id])
  if (cases.length === 0) throw new Refused('not_found')
  const requests = await showRequests(call, county, cases, call.language)
  return isXml(call.ending) ? new Raw(xmlType, Buffer.from(listXml('service_requests', 'request', requests))) : requests
}, errorsOf)
