import { expect, test } from 'vitest'
import { heardIn, withSaid } from './spoken-words.ts'

test.each([
  ['', '路灯坏了', '路灯坏了'],
  ['三号楼前', '路灯坏了', '三号楼前，路灯坏了'],
  ['三号楼前。', '路灯坏了', '三号楼前。路灯坏了'],
  ['三号楼前。\n', '路灯坏了', '三号楼前。路灯坏了'],
  ['The lamp', 'is out', 'The lamp is out'],
  ['The lamp is out.', 'Since Monday', 'The lamp is out. Since Monday'],
  ['写好的', '', '写好的'],
])('%j and said %j makes %j', (written, said, together) => {
  expect(withSaid(written, said)).toBe(together)
})

test('only what is new is heard, and a guess is kept apart from what stays', () => {
  const results = [
    { isFinal: true, 0: { transcript: '路灯坏了' } },
    { isFinal: true, 0: { transcript: ' 晚上看不清 ' } },
    { isFinal: false, 0: { transcript: '老人' } },
  ]
  expect(heardIn({ resultIndex: 1, results })).toEqual({ said: '晚上看不清', guess: '老人' })
})
