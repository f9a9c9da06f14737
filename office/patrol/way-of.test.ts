import { expect, test } from 'vitest'
import { wayOf } from './way-of.ts'

const origin = 'https://gongzhi.example'

test.each([
  ['page', 'GET', 'navigate', '/office/3/patrol'],
  ['file', 'GET', 'cors', '/office/assets/index-abc.js'],
  ['not ours', 'GET', 'navigate', '/office/3/cases'],
  ['not ours', 'GET', 'navigate', '/office/3/cases/patrol'],
  ['not ours', 'GET', 'navigate', '/'],
  ['not ours', 'GET', 'cors', '/api/v1/me'],
  ['not ours', 'POST', 'cors', '/api/v1/counties/3/entered-appeals'],
  ['not ours', 'GET', 'cors', '/assets/index-abc.js'],
] as const)('%s: %s %s %s', (way, method, mode, path) => {
  expect(wayOf({ method, mode, url: origin + path }, origin)).toBe(way)
})

test('another origin is not ours', () => {
  expect(wayOf({ method: 'GET', mode: 'navigate', url: 'https://other.example/office/3/patrol' }, origin)).toBe('not ours')
})
