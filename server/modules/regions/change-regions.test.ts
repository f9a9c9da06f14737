import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { residents, team } from '#server/demo/cast.ts'
import { demoRegions } from '#server/demo/county.ts'
import { factsOf } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { locatePoint, namesOf, placeOfRegion } from './index.ts'
import { subjectOf } from './region.ts'

const inYulan = { lon: 118.02 + 0.016 * 4.5, lat: 29.91 + 0.03 * 2.5 }
const boundaryOf = (id: number) => demoRegions().find((one) => one.id === id)!.boundary!

describe.skipIf(!hasPostgres)('changing regions', () => {
  let town: Town
  let admin: Caller
  let secretary: Caller
  beforeAll(async () => {
    town = await openTown()
    admin = await town.signIn(team.admin)
    secretary = await town.signIn(team.secretary)
  })
  afterAll(() => town.close())

  const create = (region: number, body: object, by = admin) => by.call('createRegion', { params: { region }, body })
  const change = (region: number, body: object, by = admin) => by.call('changeRegion', { params: { region }, body })
  const codeOf = async (asked: Promise<{ status: number; problem: { code: string } }>) => {
    const { status, problem } = await asked
    return [status, problem.code]
  }

  describe('POST /regions/:region/regions', () => {
    test('200: a grid below its village, from today on, on the trail', async () => {
      const { reply: { id } } = await create(101, { code: '990101001001003', name: { zh: '梧桐第三网格' } })
      expect(await placeOfRegion(town.house.rooms, id)).toMatchObject({
        place: { county: 3, town: 11, village: 101, grid: id }, level: 6, validFrom: '2026-11-16', validTo: null,
      })
      expect((await admin.ask('readRegion', { params: { region: id } })).above.at(-1)?.id).toBe(101)
      expect(await factsOf(town.house.rooms.db, 3, subjectOf(id))).toMatchObject([
        { kind: 'region.created', person: team.admin.person, post: team.admin.post, body: team.admin.body.id, detail: { region: id } },
      ])
    })

    test('200: a building below a grid lies in the grid', async () => {
      const { reply: { id } } = await create(1012, { code: '990101001001002-12', name: { zh: '12 幢' } })
      const placed = await placeOfRegion(town.house.rooms, id)
      expect(placed).toMatchObject({ place: { county: 3, town: 11, village: 101, grid: 1012 }, level: 7 })
      expect(placed?.chain.map((one) => one.id)).toEqual([1, 2, 3, 11, 101, 1012, id])
    })

    test('409 region.code_taken: a code is given once, even to two who ask at the same time', async () => {
      const body = { code: '990101001002009', name: { zh: '银杏第九网格' } }
      const answers = await Promise.all([1, 2, 3].map((day) => create(102, { ...body, validFrom: `2026-12-0${day}` })))
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
      expect(await codeOf(create(102, body))).toEqual([409, 'region.code_taken'])
    })

    test('422 region.bad_code: a code that lies elsewhere', async () => {
      expect(await codeOf(create(101, { code: '990101001002077', name: { zh: '网格' } }))).toEqual([422, 'region.bad_code'])
    })

    test('409 region.level_too_low: below a building', async () => {
      const { reply: { id } } = await create(1011, { code: '990101001001001-01', name: { zh: '1 幢' } })
      expect(await codeOf(create(id, { code: '990101001001001-01-101', name: { zh: '101 室' } }))).toEqual([409, 'region.level_too_low'])
    })

    test('422 region.bad_boundary', async () => {
      const boundary = { type: 'Polygon', coordinates: [[[118, 29], [119, 29], [118, 29]]] }
      expect(await codeOf(create(101, { code: '990101001001066', name: { zh: '网格' }, boundary }))).toEqual([422, 'region.bad_boundary'])
    })

    test('400: a nameless one', async () => {
      expect((await create(101, { code: '990101001001067', name: { zh: ' ' } })).status).toBe(400)
    })

    test('404: below nothing, and above the counties', async () => {
      expect(await codeOf(create(77_777, { code: '1', name: { zh: '网格' } }))).toEqual([404, 'region.not_found'])
      expect(await codeOf(create(2, { code: '990102', name: { zh: '新区' } }))).toEqual([404, 'not_found'])
    })

    test('403: staff who do not organise; 401: nobody, and residents', async () => {
      const body = { code: '990101001001068', name: { zh: '网格' } }
      expect(await codeOf(create(101, body, secretary))).toEqual([403, 'not_allowed'])
      expect(await codeOf(create(101, body, town.nobody))).toEqual([401, 'sign_in_first'])
      expect(await codeOf(create(101, body, await town.signIn(residents.wang)))).toEqual([401, 'sign_in_first'])
    })
  })

  test('404: whoever organises one town does so in that town, and nowhere else', async () => {
    const body = { post: team.clerk.post, action: 'region.change', region: 11, mayDelegate: false, reportAfterwards: false, reason: '试点' }
    await admin.ask('giveGrant', { key: uuidv7(), body })
    const clerk = await town.signIn(team.clerk)
    expect((await create(103, { code: '990101001003003', name: { zh: '玉兰第三网格' } }, clerk)).status).toBe(200)
    expect(await codeOf(create(111, { code: '990101002001003', name: { zh: '渡口第三网格' } }, clerk))).toEqual([404, 'not_found'])
    expect(await codeOf(change(111, { name: { zh: '渡口村' } }, clerk))).toEqual([404, 'not_found'])
    expect(await codeOf(change(3, { name: { zh: '新区' } }, clerk))).toEqual([404, 'not_found'])
  })

  describe('PATCH /regions/:region', () => {
    test('200: a new name is said everywhere at once', async () => {
      const before = await namesOf(town.house.rooms, [122])
      expect((await change(122, { name: { zh: '青山村', en: 'Qingshan Village' } })).status).toBe(200)
      const after = await namesOf(town.house.rooms, [122])
      expect([before, after].map((names) => names.get(122)?.name.zh)).toEqual(['青石村', '青山村'])
      expect((await placeOfRegion(town.house.rooms, 1221))?.chain.at(-2)?.name.zh).toBe('青山村')
      expect(await factsOf(town.house.rooms.db, 3, subjectOf(122))).toMatchObject([{ kind: 'region.changed', detail: { region: 122, changed: ['name'] } }])
    })

    test('200: a boundary taken away and given back moves the points', async () => {
      const found = async () => (await locatePoint(town.house.rooms, 3, inYulan))?.grid
      const answers = [await found()]
      await change(1031, { boundary: null })
      answers.push(await found())
      await change(1031, { boundary: boundaryOf(1031) })
      answers.push(await found())
      expect(answers).toEqual([1031, undefined, 1031])
    })

    test('200: an end takes along all below, from its day on, and can be put off', async () => {
      const names = async (parent: number) => (await town.nobody.ask('listRegions', { query: { parent } })).items.map(({ id }) => id)
      expect((await change(123, { validTo: '2026-11-18' })).status).toBe(200)
      expect((await change(123, { validTo: '2026-11-17' })).status).toBe(200)
      expect(await names(13)).toEqual([121, 122, 123])
      town.later({ days: 1 })
      expect([await names(13), await names(123)]).toEqual([[121, 122], []])
      expect((await town.nobody.ask('readRegion', { params: { region: 1231 } })).region.validTo).toBe('2026-11-17')
      expect((await town.nobody.ask('readBoundaries')).features.some(({ id }) => id === 1231)).toBe(false)
      town.later({ days: -1 })
    })

    test('200: the code of a region that ended is free, from that day on', async () => {
      await change(112, { validTo: '2027-01-01' })
      const heir = (validFrom: string) => create(12, { code: '990101002002', name: { zh: '江南社区' }, validFrom })
      expect(await codeOf(heir('2026-12-31'))).toEqual([409, 'region.code_taken'])
      expect((await heir('2027-01-01')).status).toBe(200)
      expect(await codeOf(change(112, { validTo: '2027-06-01' }))).toEqual([409, 'region.code_taken'])
    })

    test('422 region.bad_dates: an end before the beginning, a grid in a village that is over', async () => {
      expect(await codeOf(change(113, { validTo: '1970-01-01' }))).toEqual([422, 'region.bad_dates'])
      await change(113, { validTo: '2027-01-01' })
      expect(await codeOf(create(113, { code: '990101002003003', name: { zh: '网格' }, validFrom: '2027-01-01' }))).toEqual([422, 'region.bad_dates'])
    })

    test('422 region.bad_boundary', async () => {
      expect(await codeOf(change(101, { boundary: { type: 'MultiPolygon', coordinates: [] } }))).toEqual([422, 'region.bad_boundary'])
    })

    test('404: no such region, and above the counties; 403: staff who do not organise', async () => {
      expect(await codeOf(change(77_777, { name: { zh: '村' } }))).toEqual([404, 'region.not_found'])
      expect(await codeOf(change(1, { name: { zh: '省' } }))).toEqual([404, 'not_found'])
      expect(await codeOf(change(101, { name: { zh: '村' } }, secretary))).toEqual([403, 'not_allowed'])
    })
  })
})
