import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { besideOthers } from './load.ts'

const loads = (of: Record<string, [number, number]>) => new Map(Object.entries(of).map(([body, [open, late]]) => [body, { open, late }]))

describe('a body beside the others', () => {
  test('is left out of what it is compared with', () => {
    expect(besideOthers(['lamps', 'power', 'water'], loads({ lamps: [10, 8], power: [10, 1], water: [10, 2] }))).toEqual([
      { body: 'lamps', open: 10, late: 8, others: 0.15 }, { body: 'power', open: 10, late: 1, others: 0.5 }, { body: 'water', open: 10, late: 2, others: 0.45 },
    ])
  })
  test('without a task has none, and is compared all the same; where nobody else has any there is no share', () => {
    expect(besideOthers(['lamps', 'idle'], loads({ lamps: [4, 1] }))).toEqual([{ body: 'lamps', open: 4, late: 1, others: undefined }, { body: 'idle', open: 0, late: 0, others: 0.25 }])
  })
})

test('whatever they hold, a share lies between 0 and 1, and nothing but one’s own numbers changes what one is compared with', () => {
  const load = fc.nat(200).chain((open) => fc.nat(open).map((late): [number, number] => [open, late]))
  fc.assert(fc.property(fc.record({ a: load, b: load, c: load }), load, (of, other) => {
    const [a] = besideOthers(['a'], loads(of))
    if (a!.others !== undefined) expect(a!.others >= 0 && a!.others <= 1).toBe(true)
    expect(besideOthers(['a'], loads({ ...of, a: other }))[0]!.others).toBe(a!.others)
  }))
})
