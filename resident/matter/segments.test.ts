import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentsOf } from './segments.ts'

test('a number of a person is one, and likely to be covered', () => {
  expect(segmentsOf('打我 13800138000').filter(({ likelyPersonal }) => likelyPersonal).map(({ words }) => words)).toEqual(['13800138000'])
})

test('words can be tapped, what stands between them and what is covered already can’t', () => {
  const segments = segmentsOf('王秀兰，住███')
  expect(segments.filter(({ tappable }) => tappable).map(({ words }) => words).join('')).toBe('王秀兰住')
})

test('together they are what was said', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (said) => {
    expect(segmentsOf(said).map(({ words }) => words).join('')).toBe(said)
  }))
})
