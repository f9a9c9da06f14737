import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Polygon } from '#contract/regions.ts'
import { county, demoRegions } from '#server/demo/county.ts'
import { contains, outlineOf, whyNotBoundary } from './boundary.ts'

const polygon = (...coordinates: unknown[]): Polygon => ({ type: 'Polygon', coordinates })
const many = (...coordinates: unknown[]): Polygon => ({ type: 'MultiPolygon', coordinates })
const square = (west: number, south: number, size: number) =>
  [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]

describe('a boundary', () => {
  test.each([
    ['a square', polygon(square(118, 29, 1))],
    ['a square the other way round', polygon(square(118, 29, 1).toReversed())],
    ['a square with a hole', polygon(square(118, 29, 1), square(118.4, 29.4, 0.1))],
    ['two squares', many([square(118, 29, 1)], [square(120, 29, 1)])],
    ['corners with a height', polygon(square(118, 29, 1).map(([lon, lat]) => [lon, lat, 12]))],
    ['a very small one', polygon(square(118, 29, 1e-6))],
  ])('%s is taken', (_, boundary) => expect(whyNotBoundary(boundary)).toBeUndefined())

  test.each([
    ['nothing', polygon()],
    ['no polygons', many()],
    ['an empty ring', polygon([])],
    ['a ring that is not closed', polygon(square(118, 29, 1).slice(0, 4))],
    ['a line there and back', polygon([[118, 29], [119, 29], [118, 29], [118, 29]])],
    ['a triangle without its return', polygon([[118, 29], [119, 29], [118, 29]])],
    ['latitude before longitude', polygon(square(29, 118, 1))],
    ['words for numbers', polygon([['118', '29'], ['119', '29'], ['119', '30'], ['118', '29']])],
    ['a corner of one number', polygon([[118], [119], [119], [118]])],
    ['numbers that are none', polygon([[118, 29], [Number.NaN, 29], [119, 30], [118, 29]])],
    ['a polygon that says it is many', many(...square(118, 29, 1))],
    ['many that say they are one', polygon([square(118, 29, 1)])],
    ['a ring of objects', polygon([{ lon: 118 }, { lon: 119 }, { lon: 119 }, { lon: 118 }])],
    ['more corners than a county has', polygon(Array.from({ length: 50_001 }, (_, i) => {
      const turn = (i % 50_000) / 50_000 * 2 * Math.PI
      return [118 + Math.cos(turn), 29 + Math.sin(turn)]
    }))],
  ])('%s is refused', (_, boundary) => expect(whyNotBoundary(boundary)).toBe('region.bad_boundary'))
})

describe('a point', () => {
  test('in a hole is outside, on the island in the hole it is inside again', () => {
    const withIsland = outlineOf(many([square(0, 0, 10), square(3, 3, 4)], [square(4, 4, 2)]))
    const at = (lon: number, lat: number) => contains(withIsland, { lon, lat })
    expect([at(1, 1), at(3.5, 5), at(5, 5), at(11, 5)]).toEqual([true, false, true, false])
  })

  test('in a hole that lies outside its polygon is outside', () => {
    expect(contains(outlineOf(polygon(square(0, 0, 1), square(5, 5, 1))), { lon: 5.5, lat: 5.5 })).toBe(false)
  })

  const convex = fc.record({
    gaps: fc.array(fc.integer({ min: 10, max: 100 }), { minLength: 3, maxLength: 40 }),
    lon: fc.double({ min: -170, max: 170, noNaN: true }),
    lat: fc.double({ min: -80, max: 80, noNaN: true }),
    radius: fc.double({ min: 1e-3, max: 5, noNaN: true }),
  }).map(({ gaps, lon, lat, radius }) => {
    const whole = gaps.reduce((sum, gap) => sum + gap)
    let turned = 0
    const corners = gaps.map((gap) => {
      turned += gap
      const turn = turned / whole * 2 * Math.PI
      return [lon + radius * Math.cos(turn), lat + radius * Math.sin(turn)] as const
    })
    return { corners, lon, lat, radius, boundary: polygon([...corners, corners[0]]) }
  })
  const share = fc.double({ min: 0.01, max: 1, noNaN: true })

  test('inside a convex polygon is always found', () => {
    fc.assert(fc.property(convex, fc.array(share, { minLength: 40, maxLength: 40 }), ({ corners, boundary }, shares) => {
      const whole = corners.reduce((sum, _, i) => sum + shares[i]!, 0)
      const mean = (axis: 0 | 1) => corners.reduce((sum, corner, i) => sum + corner[axis] * shares[i]! / whole, 0)
      return whyNotBoundary(boundary) === undefined && contains(outlineOf(boundary), { lon: mean(0), lat: mean(1) })
    }))
  })

  test('beyond the circle around a convex polygon is never found', () => {
    const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true })
    const beyond = fc.double({ min: 1.000001, max: 3, noNaN: true })
    fc.assert(fc.property(convex, turn, beyond, ({ boundary, lon, lat, radius }, angle, times) =>
      !contains(outlineOf(boundary), { lon: lon + radius * times * Math.cos(angle), lat: lat + radius * times * Math.sin(angle) })))
  })
})

describe('neighbours', () => {
  const all = demoRegions().flatMap(({ id, level, boundary }) => (boundary ? [{ id, level, boundary, outline: outlineOf(boundary) }] : []))
  const grids = all.filter(({ level }) => level === 6)
  const whole = all.find(({ id }) => id === county)!
  const [west, south, east, north] = whole.outline.box
  const corners = grids.flatMap(({ boundary }) => boundary.coordinates[0] as [number, number][])
  const gridsAt = (lon: number, lat: number) => grids.filter(({ outline }) => contains(outline, { lon, lat })).length

  test('share no point and leave none out: a point of the county lies in one grid, any other in none', () => {
    const lon = fc.double({ min: west - 0.01, max: east + 0.01, noNaN: true })
    const lat = fc.double({ min: south - 0.01, max: north + 0.01, noNaN: true })
    fc.assert(fc.property(lon, lat, (x, y) => gridsAt(x, y) === Number(contains(whole.outline, { lon: x, lat: y }))), { numRuns: 2_000 })
  })

  test('share no point of their common borders either', () => {
    const corner = fc.integer({ min: 0, max: corners.length - 2 })
    const along = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(fc.property(corner, along, (i, t) => {
      const [x1, y1] = corners[i]!
      const [x2, y2] = corners[i + 1]!
      const [lon, lat] = [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t]
      return gridsAt(lon, lat) === Number(contains(whole.outline, { lon, lat }))
    }), { numRuns: 2_000 })
  })
})
