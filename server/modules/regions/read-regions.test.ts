import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, demoRegions } from '#server/demo/county.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { openTown, type Town } from '#server/test/town.ts'

const inYulan = { lon: 118.02 + 0.016 * 4.5, lat: 29.91 + 0.03 * 2.5 }
const codeOf = async (asked: Promise<{ status: number; problem: { code: string } }>) => {
  const { status, problem } = await asked
  return [status, problem.code]
}

describe.skipIf(!hasPostgres)('reading regions', () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town.close())

  describe('GET /regions', () => {
    test('200: the counties, where none is named', async () => {
      expect((await town.nobody.ask('listRegions')).items).toEqual([{
        id: county, parent: 2, level: 3, code: '990101', name: { zh: '明泽区', en: 'Mingze District' },
        validFrom: '1970-01-01', validTo: null, hasBoundary: true, children: 3,
      }])
    })

    test('200: what lies directly below one, by code', async () => {
      const { items } = await town.nobody.ask('listRegions', { query: { parent: 11 } })
      expect(items.map(({ id, children }) => [id, children])).toEqual([[101, 2], [102, 2], [103, 2]])
      expect((await town.nobody.ask('listRegions', { query: { parent: 11, level: 6 } })).items).toEqual([])
    })

    test('200: one upper level of all', async () => {
      expect((await town.nobody.ask('listRegions', { query: { level: 1 } })).items.map(({ id }) => id)).toEqual([1])
    })

    test('400: never all the villages of a country at once', async () => {
      const { status, problem } = await town.nobody.call('listRegions', { query: { level: 5 } })
      expect([status, problem.fields]).toEqual([400, [{ path: '/parent', message: 'required' }]])
    })
  })

  describe('GET /regions/:region', () => {
    test('200: a region with the chain above it', async () => {
      const { region, above } = await town.nobody.ask('readRegion', { params: { region: 1011 } })
      expect(region).toMatchObject({ code: '990101001001001', name: { zh: '梧桐第一网格' }, children: 0 })
      expect(above.map(({ id, level, name }) => [id, level, name.zh]))
        .toEqual([[1, 1, '示范省'], [2, 2, '示范市'], [3, 3, '明泽区'], [11, 4, '春晖街道'], [101, 5, '梧桐社区']])
    })

    test('404: no such region', async () => {
      expect(await codeOf(town.nobody.call('readRegion', { params: { region: 77_777 } }))).toEqual([404, 'region.not_found'])
    })
  })

  describe('GET /regions/search', () => {
    test.each([
      ['the beginning of a name', '梧桐', [101, 1011, 1012]],
      ['the beginning of an English name, in any letters', 'wutong c', [101]],
      ['the beginning of a code, the widest first', '9901010020', [111, 112, 113, 1111, 1112, 1121, 1122, 1131, 1132]],
      ['not the middle of a name', '社区', []],
      ['not a pattern', '%', []],
      ['not even a backslash', '\\', []],
      ['blanks around', ' 柳河镇 ', [13]],
      ['nothing but blanks', '  ', []],
    ])('200: %s', async (_, words, ids) => {
      expect((await town.nobody.ask('searchRegions', { query: { words } })).items.map(({ id }) => id)).toEqual(ids)
    })

    test('200: in one county only', async () => {
      const ask = (inCounty: number) => town.nobody.ask('searchRegions', { query: { words: '99', county: inCounty } })
      expect((await ask(county)).items.every(({ level }) => level >= 3)).toBe(true)
      expect((await ask(4)).items).toEqual([])
    })
  })

  describe('GET /counties/:county/location', () => {
    test('200: the county, town, village and grid of a point', async () => {
      const { place } = await town.nobody.ask('locate', { query: inYulan })
      expect(place.map(({ id, name }) => [id, name.zh])).toEqual([[3, '明泽区'], [11, '春晖街道'], [103, '玉兰社区'], [1031, '玉兰第一网格']])
    })

    test('422: a point outside', async () => {
      expect(await codeOf(town.nobody.call('locate', { query: { lon: 116.4, lat: 39.9 } }))).toEqual([422, 'place.outside'])
    })

    test('400: a point that is none', async () => {
      expect((await town.nobody.call('locate', { query: { lon: 200, lat: 0 } })).status).toBe(400)
    })

    test.each([11, 77_777])('404: %s is no county', async (id) => {
      expect(await codeOf(town.nobody.call('locate', { params: { county: id }, query: inYulan }))).toEqual([404, 'not_found'])
    })
  })

  describe('GET /counties/:county/boundaries', () => {
    test('200: GeoJSON of the county and all below it', async () => {
      const { type, features } = await town.nobody.ask('readBoundaries')
      const drawn = demoRegions().filter(({ boundary }) => boundary)
      expect([type, features.length]).toEqual(['FeatureCollection', drawn.length])
      expect(features.find(({ id }) => id === 1031)).toEqual({
        type: 'Feature', id: 1031, properties: { level: 6, name: { zh: '玉兰第一网格', en: 'Yulan Grid 1' }, parent: 103 },
        geometry: drawn.find(({ id }) => id === 1031)!.boundary,
      })
    })

    test('404: no such county', async () => {
      expect(await codeOf(town.nobody.call('readBoundaries', { params: { county: 77_777 } }))).toEqual([404, 'not_found'])
    })
  })
})
