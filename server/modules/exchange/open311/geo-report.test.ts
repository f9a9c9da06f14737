import { existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { letIn } from '#server/test/machines.ts'
import { GeoReportError, geoReport, type GeoReport } from '#server/test/open311-client.ts'
import { act, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const jurisdiction = '990101'
const point = { lat: '29.985', long: '118.028' }
const lamp = { service_code: 'lighting', description: '巷口路灯 <不亮> & 闪烁，"晚上" 很黑', ...point }

let town: Town
let secretary: Caller
let key: string
let keyOfOthers: string
beforeAll(async () => {
  town = await openTown()
  const admin = await town.signIn(team.admin)
  secretary = await town.signIn(team.secretary)
  key = (await letIn(admin)).key
  keyOfOthers = (await letIn(admin, { name: '另一个应用' })).key
})
afterAll(() => town.close())

const said = async (asking: Promise<unknown>) => await asking.then(() => undefined, (error: unknown) => (error instanceof GeoReportError ? error : Promise.reject(error)))
const published = async (words: string) => {
  const wang = await town.signIn(residents.wang)
  const id = await report(wang, { visibility: 'public' })
  await act(secretary, 'decidePublication', id, { publish: true, words, photos: [] })
  return (await secretary.ask('readCase', { params: { county, id } })).number
}

describe.each(['json', 'xml'] as const)('GeoReport in %s, by a client written from its specification', (format) => {
  let mine: GeoReport
  let others: GeoReport
  let nobody: GeoReport
  beforeAll(() => {
    mine = geoReport(town.app, format, jurisdiction, key)
    others = geoReport(town.app, format, undefined, keyOfOthers)
    nobody = geoReport(town.app, format, jurisdiction)
  })

  test('lists what can be reported, and what more is asked', async () => {
    const services = await nobody.services()
    expect(services.length).toBeGreaterThan(5)
    const service = services.find((one) => one.service_code === 'lighting')!
    expect(service).toMatchObject({ service_name: expect.stringMatching(/灯/), metadata: 'false', type: 'realtime' })
    expect((await nobody.definition('lighting')).service_code).toBe('lighting')
    expect((await said(nobody.definition('dragons')))?.status).toBe(404)
  })

  test('takes a report, tells its number, and shows it whole to its own program alone', async () => {
    const made = await mine.post({ ...lamp, first_name: '梅', last_name: '王', phone: '13800138000', 'attribute[POLE]': 'L-12', device_id: 'd' })
    expect(made.service_request_id).toMatch(/^2026-\d{6}$/)
    expect(await mine.token(made.token!)).toEqual({ service_request_id: made.service_request_id, token: made.token })
    const own = await mine.request(made.service_request_id!)
    expect(own).toMatchObject({ status: 'open', service_code: 'lighting', lat: '29.985', long: '118.028', requested_datetime: town.now.toISOString() })
    expect(own.description).toBe(`${lamp.description}\nPOLE：L-12`)
    expect((await mine.requests()).map((one) => one.service_request_id)).toContain(made.service_request_id)
    for (const other of [others, nobody]) {
      expect((await said(other.request(made.service_request_id!)))?.status).toBe(404)
      expect((await other.requests()).map((one) => one.service_request_id)).not.toContain(made.service_request_id)
      expect(await other.requests({ service_request_id: made.service_request_id! })).toEqual([])
    }
    expect((await said(others.token(made.token!)))?.status).toBe(404)
  })

  test('shows what is public to anyone, redacted and without a place to find', async () => {
    const number = await published('路灯不亮')
    const seen = await nobody.request(number)
    expect(seen).toMatchObject({ service_request_id: number, description: '路灯不亮', lat: null, long: null, status: 'open' })
    expect(seen.address).toMatch(/梧桐/)
  })

  test('a report sent again with its key is the same, with another body it is refused', async () => {
    const headers = { 'idempotency-key': uuidv7() }
    const [one, two] = [await mine.post(lamp, headers), await mine.post(lamp, headers)]
    expect(two).toEqual(one)
    expect(one.token).toBe(headers['idempotency-key'])
    expect((await said(mine.post({ ...lamp, description: '别的事' }, headers)))?.status).toBe(409)
  })

  test('a picture’s address is not fetched, and the reply says so', async () => {
    expect((await mine.post({ ...lamp, media_url: 'http://169.254.169.254/latest/meta-data' })).service_notice).toMatch(/media_url/)
  })

  test.each([
    [{ ...lamp, service_code: 'dragons' }, 400, /service_code/],
    [{ ...lamp, service_code: '' }, 400, /service_code/],
    [{ service_code: 'lighting', description: '没有地点' }, 400, /./],
    [{ ...lamp, lat: 'north' }, 400, /lat/],
    [{ ...lamp, lat: '91' }, 400, /lat/],
    [{ ...lamp, long: '' }, 400, /long/],
    [{ ...lamp, lat: '0', long: '0' }, 400, /./],
    [{ ...lamp, jurisdiction_id: '110101' }, 404, /jurisdiction/],
  ])('refuses %j with %d, and changes nothing', async (fields, status, words) => {
    const count = async () => (await town.house.rooms.db.query<{ n: number }>(sql`select count(*) as n from cases`))[0]!.n
    const before = await count()
    const without = geoReport(town.app, format, undefined, key)
    const error = await said(without.post(fields as Record<string, string>))
    expect([error?.status, error?.errors[0]?.code]).toEqual([status, String(status)])
    expect(error!.errors[0]!.description).toMatch(words)
    expect(await count()).toBe(before)
  })

  test('refuses a report without a good key with 403', async () => {
    for (const wrong of [nobody, geoReport(town.app, format, jurisdiction, `gz3_${'x'.repeat(32)}`)]) expect((await said(wrong.post(lamp)))?.status).toBe(403)
  })

  test('asks for the jurisdiction where no key says it, and knows no other', async () => {
    expect((await said(geoReport(town.app, format, undefined).services()))?.status).toBe(400)
    for (const code of ['990102', '990101001', 'nowhere']) expect((await said(geoReport(town.app, format, code).services()))?.status).toBe(404)
  })

  test.each([
    [{ start_date: '2026-01-01', end_date: '2026-06-01' }, /start_date/],
    [{ start_date: 'yesterday' }, /start_date/],
    [{ status: 'lost' }, /status/],
    [{ page: '0' }, /page/],
  ])('refuses the filter %j with 400', async (query, words) => {
    const error = await said(mine.requests(query))
    expect(error?.status).toBe(400)
    expect(error!.errors[0]!.description).toMatch(words)
  })

  test('filters by number, service, status and time, page by page', async () => {
    const [lights, roads] = [await mine.post(lamp), await mine.post({ ...lamp, service_code: 'roads' })]
    const ids = (rows: Awaited<ReturnType<GeoReport['requests']>>) => rows.map((one) => one.service_request_id)
    expect(ids(await mine.requests({ service_request_id: `${lights.service_request_id}, ${roads.service_request_id},2026-999999,x` })).toSorted())
      .toEqual([lights.service_request_id, roads.service_request_id].toSorted())
    expect((await mine.requests({ service_code: 'roads' })).every((one) => one.service_code === 'roads')).toBe(true)
    expect(ids(await mine.requests({ status: 'closed' }))).not.toContain(lights.service_request_id)
    expect(ids(await mine.requests({ status: 'open,closed' }))).toContain(lights.service_request_id)
    expect(await mine.requests({ end_date: '2026-11-01' })).toEqual([])
    const all = ids(await mine.requests())
    const [one, two] = [await mine.requests({ page_size: '2' }), await mine.requests({ page_size: '2', page: '2' })]
    expect([...ids(one), ...ids(two)]).toEqual(all.slice(0, 4))
  })

  test('what was declined is closed', async () => {
    const { service_request_id: number } = await mine.post({ ...lamp, description: '要求给我家免物业费' })
    const id = await caseNumbered(number!)
    expect((await act(secretary, 'declineCase', id, { ground: 'court_or_arbitration', words: '物业费由合同约定，正在诉讼中。' })).status).toBe(200)
    expect(await mine.request(number!)).toMatchObject({ status: 'closed', expected_datetime: null })
    expect((await mine.requests({ status: 'closed' })).map((one) => one.service_request_id)).toContain(number)
  })
})

async function caseNumbered(number: string) {
  const [row] = await town.house.rooms.db.query<{ id: string; village: number | null }>(sql`select id from cases where county = ${county} and year = 2026 and number = ${Number(number.slice(5))}`)
  return row!.id
}

test('what came by Open311 is a case like any other, with its channel and nobody’s number in the clear', async () => {
  const made = await geoReport(town.app, 'json', jurisdiction, key).post({ ...lamp, first_name: 'Mary', last_name: 'Smith', phone: '13900139000', email: 'mary@example.org' })
  const seen = await seenBySecretary(await caseNumbered(made.service_request_id!))
  expect(seen.appeals[0]).toMatchObject({ channel: 'open311', words: lamp.description, phone: null, name: null, onBehalfOf: { value: 'M****' } })
  expect(seen.may.askBack).toBeNull()
  const rows = JSON.stringify(await town.house.rooms.db.query(sql`select a.*, p.* from appeals a join persons p on p.id = a.person where a.channel = 'open311'`))
  expect(rows).not.toMatch(/13900139000|Smith|mary@example/)
})

const seenBySecretary = async (id: string) => await secretary.ask('readCase', { params: { county, id } })

test('discovery says where it is, in both forms', async () => {
  const json = (await town.app.inject('/open311/v2/discovery.json')).json()
  expect(json.endpoints[0]).toMatchObject({ specification: 'http://wiki.open311.org/GeoReport_v2', url: expect.stringMatching(/\/open311\/v2$/) })
  const xml = await town.app.inject('/open311/v2/discovery.xml')
  expect(xml.body).toContain('<discovery xmlns="http://api.open311.org/schema/discovery">')
  expect(xml.body).toContain('<format>text/xml</format>')
})

test('pages of others may read what Open311 answers, and nothing else of the house', async () => {
  const allowed = async (url: string) => (await town.app.inject({ url, headers: { origin: 'https://app.example.org' } })).headers['access-control-allow-origin']
  expect(await allowed('/open311/v2/services.json?jurisdiction_id=990101')).toBe('*')
  expect(await allowed('/api/v1/settings')).toBeUndefined()
})

test('a web form opens no other door of the house', async () => {
  const answer = await town.app.inject({
    method: 'POST', url: '/api/v1/phone-codes', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'phone=13800138000',
  })
  expect(answer.statusCode).toBe(415)
})

const schemas = new URL('../../../../../shared/data/open311/schema/', import.meta.url)
const hasSchemas = existsSync(schemas)
if (!hasSchemas) console.warn('!!! ../shared/data/open311 is absent. Skipped: the JSON Schemas of GeoReport v2.')

describe.skipIf(!hasSchemas)('the JSON Schemas of GeoReport', () => {
  test('hold for every list, with something in it', async () => {
    const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }))
    const schemaOf = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, schemas), 'utf8')) as object
    for (const name of ['service', 'request']) ajv.addSchema(schemaOf(name), `${name}.json`)
    await published('井盖松动')
    await geoReport(town.app, 'json', jurisdiction, key).post(lamp)
    const asked = async (path: string) => (await town.app.inject({ url: `/open311/v2/${path}.json`, headers: { authorization: `Bearer ${key}` } })).json()
    for (const [name, path] of [['services', 'services'], ['requests', 'requests'], ['service-definition', 'services/lighting']] as const) {
      const validate = ajv.compile({ $id: `${name}.list`, ...schemaOf(name) })
      const found = await asked(path)
      expect(Array.isArray(found) ? found.length : 1).toBeGreaterThan(0)
      expect([validate(found), validate.errors]).toEqual([true, null])
    }
    const validate = ajv.compile(schemaOf('request'))
    expect(validate({ service_request_id: 1 })).toBe(false)
  })
})
