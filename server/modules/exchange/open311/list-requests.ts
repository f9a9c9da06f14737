import { listOpen311Requests } from '#contract/open311.ts'
import { anyone, operation, Raw, type Client } from '#server/kernel/operation.ts'
import { Refused } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { caseIdsByNumber, casesShown } from '#server/modules/casework/index.ts'
import { casesOfClient, openedBy } from '../clients/client.sql.ts'
import { findJurisdiction } from './find-jurisdiction.ts'
import { listOf, openOf, spanDaysMax, spanOf } from './request.ts'
import { errorsOf, isXml, listXml, xmlType } from './say.ts'
import { showRequests } from './show-requests.ts'

const numbersMax = 50
const ownMax = 1_000

/** By numbers, which then alone count; else by a span of at most 90 days, the last ones where none is named. */
export default operation(listOpen311Requests, anyone, async (call) => {
  const { query, now, language } = call
  const program = await call.client('open311')
  const county = await findJurisdiction(call, query.jurisdiction_id, program)
  const { page = 1, page_size: limit = 50 } = query
  const numbers = listOf(query.service_request_id)
  const cases = numbers.length > 0 ? await casesNumbered(call, county, program, numbers.slice(0, numbersMax)) : await casesAsked()
  const requests = await showRequests(call, county, cases, language)
  return isXml(call.ending) ? new Raw(xmlType, Buffer.from(listXml('service_requests', 'request', requests))) : requests

  async function casesAsked() {
    const span = spanOf(query.start_date, query.end_date, now)
    if (!span) throw wrong('start_date', `W3C date, ${spanDaysMax} days at most`)
    const open = openOf(query.status)
    if (open === 'bad') throw wrong('status', 'open, closed')
    const own = program ? await casesOfClient(call.db, county, program.id, span, ownMax) : []
    const categories = listOf(query.service_code)
    return await casesShown(call, county, { own, span, open, categories: categories.length > 0 ? categories : undefined, offset: (page - 1) * limit, limit })
  }
}, errorsOf)

const wrong = (field: string, message: string) => new Refused('bad_input', { fields: [{ path: `/${field}`, message }] })

/** Cases by their numbers, as far as they are public or the program's own. */
export async function casesNumbered(rooms: Rooms, county: number, program: Client | undefined, numbers: readonly string[]) {
  const found = await caseIdsByNumber(rooms.db, county, numbers)
  const own = program ? await openedBy(rooms.db, county, program.id, found) : new Set<string>()
  return await casesShown(rooms, county, { own: [...own], ids: found, offset: 0, limit: numbers.length })
}
