import { expect, test } from 'vitest'
import { boundaryIn } from './boundary-field.tsx'

const area = {
  type: 'Polygon',
  coordinates: [
    [
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 1],
    ],
  ],
}

test('a geometry, a feature or a collection with one are understood', () => {
  expect(boundaryIn(JSON.stringify(area))).toEqual(area)
  expect(boundaryIn(JSON.stringify({ type: 'Feature', properties: {}, geometry: area }))).toEqual(area)
  expect(
    boundaryIn(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: area }] })),
  ).toEqual(area)
})

test('what is no area is no boundary', () => {
  for (const text of [
    '',
    'x',
    'null',
    '{"type":"Point","coordinates":[1,1]}',
    '{"type":"FeatureCollection","features":[]}',
    '{"type":"Polygon"}',
  ]) {
    expect(boundaryIn(text)).toBeUndefined()
  }
})
