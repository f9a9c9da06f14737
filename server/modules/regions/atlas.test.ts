import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Polygon } from '#contract/regions.ts'
import { county, demoRegions } from '#server/demo/county.ts'
import { atlasOf, regionAt } from './atlas.ts'
import type { Region } from './region.ts'

const region = (id: number, level: number, more: Partial<Region> = {}): Region =>
  ({ id, level, parent: null, code: String(id), name: { zh: String(id) }, above: [], place: { county }, validFrom: '1970-01-01', validTo: null, ...more })
const today = '2026-11-16'
const demo = demoRegions().flatMap(({ id, level, boundary }) => (boundary ? [{ region: region(id, level), boundary }] : []))
const inYulan = { lon: 118.02 + 0.016 * 4.5, lat: 29.91 + 0.03 * 2.5 }

describe('the deepest region counts', () => {
  test('the grid, where the grids are drawn', () => expect(regionAt(atlasOf(demo), inYulan, today)?.id).toBe(1031))
  test.each([[5, 103], [4, 11], [3, 3]])('with boundaries down to level %s: region %s', (deepest, id) => {
    expect(regionAt(atlasOf(demo.filter((one) => one.region.level <= deepest)), inYulan, today)?.id).toBe(id)
  })
  test('none, outside the county', () => expect(regionAt(atlasOf(demo), { lon: 0, lat: 0 }, today)).toBeUndefined())
  test('none, where nothing is drawn', () => expect(regionAt(atlasOf([]), inYulan, today)).toBeUndefined())
})

test('a region that is over gives way to its heir on the day', () => {
  const { boundary } = demo.find((one) => one.region.id === 1031)!
  const atlas = atlasOf([
    { region: region(1, 6, { validTo: '2027-01-01' }), boundary },
    { region: region(2, 6, { validFrom: '2027-01-01' }), boundary },
  ])
  expect(['2026-12-31', '2027-01-01'].map((day) => regionAt(atlas, inYulan, day)?.id)).toEqual([1, 2])
})

const losAngeles = fileURLToPath(new URL('../../../../shared/data/requests-losangeles/', import.meta.url))
const hasLosAngeles = existsSync(losAngeles)
if (!hasLosAngeles) console.warn('!!! ../shared/data/requests-losangeles is absent. Skipped: 26,904 real points in 99 real polygons.')

test.skipIf(!hasLosAngeles)('98 in 100 real points lie in the council that the city gave', async () => {
  const { features } = JSON.parse(readFileSync(`${losAngeles}neighborhood_councils.geojson`, 'utf8')) as
    { features: { properties: { nc_id: string }; geometry: Polygon }[] }
  const atlas = atlasOf(features.map(({ properties, geometry }) => ({ region: region(Number(properties.nc_id), 6), boundary: geometry })))
  const csv = await text(createReadStream(`${losAngeles}requests.csv.gz`).pipe(createGunzip()))
  const all = parse(csv, { columns: true }) as { lon: string; lat: string; nc_id: string }[]
  const rows = all.filter(({ lon, lat, nc_id }) => lon && lat && nc_id)
  const same = rows.filter(({ lon, lat, nc_id }) => regionAt(atlas, { lon: Number(lon), lat: Number(lat) }, today)?.id === Number(nc_id))
  expect(rows).toHaveLength(26_904)
  expect(same.length / rows.length).toBeGreaterThanOrEqual(0.98)
}, 60_000)
