import { describe, expect, test } from 'vitest'
import { boundsOf, namePoints, type Boundaries } from './name-points.ts'

const square = (x: number, y: number, side: number) => [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
const feature = (geometry: Boundaries['features'][number]['geometry'], level = 5): Boundaries['features'][number] => ({
  type: 'Feature', id: 7, geometry, properties: { level, name: { zh: '柳荫社区', en: 'Liuyin Community' }, parent: 3 },
})
const collection = (...features: Boundaries['features']): Boundaries => ({ type: 'FeatureCollection', features })

describe('names on the map', () => {
  test('stand in the middle of the area', () => {
    const { features } = namePoints(collection(feature({ type: 'Polygon', coordinates: [square(112, 28, 0.2)] })), 'zh')
    expect(features[0]!.properties).toEqual({ level: 5, label: '柳荫社区' })
    expect(features[0]!.geometry.coordinates[0]).toBeCloseTo(112.1)
    expect(features[0]!.geometry.coordinates[1]).toBeCloseTo(28.1)
  })

  test('stand once, in the largest of several parts', () => {
    const parts = { type: 'MultiPolygon' as const, coordinates: [[square(0, 0, 1)], [square(10, 10, 4)]] }
    const { features } = namePoints(collection(feature(parts)), 'en')
    expect(features).toHaveLength(1)
    expect(features[0]!.properties!.label).toBe('Liuyin Community')
    expect(features[0]!.geometry.coordinates[0]).toBeCloseTo(12)
  })

  test('are left out where there is nothing to stand in', () => {
    expect(namePoints(collection(feature({ type: 'Polygon', coordinates: [] })), 'zh').features).toEqual([])
  })
})

test('the map begins with all of it in sight, or with one region of it', () => {
  const there = collection(feature({ type: 'Polygon', coordinates: [square(0, 0, 1)] }), feature({ type: 'Polygon', coordinates: [square(-3, 5, 2)] }))
  expect(boundsOf(there)).toEqual([-3, 0, 1, 7])
  expect(boundsOf(there, 7)).toEqual([-3, 0, 1, 7])
  expect(boundsOf(there, 8)).toBeNull()
  expect(boundsOf(collection())).toBeNull()
})
