import { expect, test } from 'vitest'
import { wayOf } from './way-of.ts'

const origin = 'https://gongzhi.example'

test.each([
  ['page', 'GET', 'navigate', '/'],
  ['page', 'GET', 'navigate', '/matters/3/019a0000-0000-7000-8000-000000000001'],
  ['file', 'GET', 'cors', '/assets/index-abc.js'],
  ['not ours', 'GET', 'navigate', '/office'],
  ['not ours', 'GET', 'navigate', '/office/cases'],
  ['not ours', 'GET', 'no-cors', '/office/assets/index-abc.js'],
  ['not ours', 'GET', 'cors', '/api/v1/me'],
  ['not ours', 'POST', 'cors', '/api/v1/counties/3/appeals'],
  ['not ours', 'POST', 'navigate', '/'],
  ['not ours', 'GET', 'no-cors', '/icon.svg'],
] as const)('%s: %s %s %s', (way, method, mode, path) => {
  expect(wayOf({ method, mode, url: origin + path }, origin)).toBe(way)
})

test('another origin is not ours, whatever its path', () => {
  expect(wayOf({ method: 'GET', mode: 'cors', url: 'https://maps.example/assets/a.js' }, origin)).toBe('not ours')
})
