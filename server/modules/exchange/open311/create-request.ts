import { createOpen311Request } from '#contract/open311.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { client, operation, Raw, type Call } from '#server/kernel/operation.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { orRefuse, Refused } from '#server/kernel/refusal.ts'
import { caseStands, receiveFromOutside } from '#server/modules/casework/index.ts'
import { claimClientCase, clientCaseBy } from '../clients/client.sql.ts'
import { findJurisdiction } from './find-jurisdiction.ts'
import { knownServices } from './known-services.ts'
import { attributesOf, nameOf, pointOf } from './request.ts'
import { errorsOf, isXml, listXml, xmlType } from './say.ts'

type Asked = Call<'createOpen311Request', Actor | undefined>

/**
 * A report of another program's user. An Idempotency-Key, which the standard does not know, makes it safe to repeat: it is the
 * token. A media_url is not fetched, since the address may lead anywhere: it is ignored, and the reply says so.
 */
export default operation(createOpen311Request, client('open311'), async (call) => {
  const { body, now, language, change, db } = call
  const program = (await call.client('open311'))!
  const county = await findJurisdiction(call, call.query.jurisdiction_id ?? body.jurisdiction_id, program)
  const service = orRefuse((await knownServices(call, county, language)).find((one) => one.service_code === body.service_code), 'service.not_found')
  const { point, address } = placeIn(body)
  const token = tokenOf(call)
  const name = nameOf(body.first_name, body.last_name)
  const words = [body.description?.trim() ?? '', ...attributesOf(body)].filter(Boolean).join('\n') || service.service_name
  const ready = await receiveFromOutside(call, {
    county, channel: 'open311', id: uuidv7(), source: `${county} open311 ${program.id}`, who: body.phone?.trim() || body.email?.trim() || `request ${token}`, name, phone: body.phone?.trim() || null,
    words, category: service.service_code, place: { point, address }, sent: call.sent, values: { client: program.name },
  }, now)
  const number = await change(county, async (tx) => {
    const isNew = await claimClientCase(tx, { county, case_id: ready.id, client: program.id, token, source_id: null, sent: call.sent, at: now })
    return isNew ? await ready.write(tx) : undefined
  })
  const made = { service_request_id: number ?? (await numberBefore()), token, service_notice: body.media_url ? notices[language] : null, account_id: null }
  return isXml(call.ending) ? new Raw(xmlType, Buffer.from(listXml('service_requests', 'request', [made]))) : [made]

  async function numberBefore(): Promise<string> {
    const before = orRefuse(await clientCaseBy(db, county, program.id, { token }), 'key_used_otherwise')
    if (!Buffer.from(before.sent).equals(call.sent)) throw new Refused('key_used_otherwise')
    return (await caseStands(db, county, [before.case_id])).get(before.case_id)!.number
  }
}, errorsOf)

const notices = {
  zh: '未读取 media_url 所指的图片：为安全起见，本平台不从外部地址下载文件。',
  en: 'The picture at media_url was not fetched: for safety, nothing is downloaded from addresses elsewhere.',
}

function placeIn(body: Asked['body']) {
  const point = pointOf(body.lat, body.long)
  if (point === 'bad') throw new Refused('bad_input', { fields: [{ path: '/lat', message: 'number' }, { path: '/long', message: 'number' }] })
  const address = body.address_string?.trim() || body.address_id?.trim() || null
  if (!point && !address) throw new Refused('place.missing')
  return { point: point ?? null, address }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function tokenOf(call: Asked): string {
  const key = call.header('idempotency-key')
  return key !== undefined && uuid.test(key) ? key.toLowerCase() : uuidv7()
}
