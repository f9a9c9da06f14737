import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { policyFieldKeys, policyFields, policyGroups, type PolicyField } from '#contract/policy-fields.ts'
import { defaultRules } from '../cases/policy.ts'
import { differencesOf } from './difference.ts'
import { faultsOf } from './fault.ts'
import { decide, isSame, resolve, valueIn, type Asked, type Layer } from './layer.ts'

const layer = (town: number | null, category: string | null, set: Layer['set'] = {}, locked: PolicyField[] = []): Layer => ({ town, category, set, locked })
const days = (n: number) => ({ workingDays: n })
const resolveOf = (layers: Layer[], asked: Partial<Asked> = {}) => resolve({ layers }, { town: null, chain: [], ...asked }).resolve
const lamps = ['lamps', 'roads']

describe('the rules for a town and a category', () => {
  test('are the product’s where nobody set any', () => {
    expect(resolve({ layers: [] }, { town: 11, chain: lamps })).toEqual(defaultRules)
  })

  const book = [
    layer(null, null, { resolve: days(9) }), layer(null, 'roads', { resolve: days(8) }), layer(null, 'lamps', { resolve: days(7) }),
    layer(11, null, { resolve: days(6) }), layer(11, 'roads', { resolve: days(5) }), layer(11, 'lamps', { resolve: days(4) }),
  ]
  test.each<[string, Partial<Asked>, number]>([
    ['the whole county', {}, 9], ['a category', { chain: ['roads'] }, 8], ['a category below it', { chain: lamps }, 7], ['another category', { chain: ['noise'] }, 9],
    ['a town', { town: 11 }, 6], ['a town and a category', { town: 11, chain: ['roads'] }, 5], ['a town and a category below it', { town: 11, chain: lamps }, 4],
    ['another town', { town: 12, chain: lamps }, 7], ['a town, and a category of which it says nothing', { town: 11, chain: ['noise'] }, 6],
  ])('come from the narrowest layer: %s', (_, asked, expected) => expect(resolveOf(book, asked)).toEqual(days(expected)))

  test('are inherited field by field', () => {
    const rules = resolve({ layers: [layer(null, null, { reply: { hours: 10 } }), layer(11, 'lamps', { 'gates.dispatch': 'desk', 'petition.handling': { days: 45 } })] }, { town: 11, chain: lamps })
    expect([rules.reply, rules.gates, rules.petition.handling, rules.petition.review]).toEqual([{ hours: 10 }, { dispatch: 'desk', close: 'none' }, { days: 45 }, { days: 30 }])
    expect(defaultRules.gates.dispatch).toBe('none')
  })

  test('can’t be overridden below a lock, be it the county’s default or a category’s', () => {
    expect(resolveOf([layer(null, null, {}, ['resolve']), layer(11, 'lamps', { resolve: days(1) })], { town: 11, chain: lamps })).toEqual(defaultRules.resolve)
    const ofCategory = [layer(null, 'roads', { resolve: days(8) }, ['resolve']), layer(11, null, { resolve: days(6) })]
    expect([resolveOf(ofCategory, { town: 11, chain: lamps }), resolveOf(ofCategory, { town: 11, chain: ['noise'] })]).toEqual([days(8), days(6)])
  })

  test('tell which layer decided', () => {
    const [wide, narrow] = [layer(null, null, { reply: { hours: 8 } }, ['reply']), layer(11, null, { start: days(2), reply: { hours: 1 } })]
    const { reply, start, resolve: untouched } = decide({ layers: [narrow, wide] }, { town: 11, chain: [] })
    expect([reply.layer, reply.lockedBy, start.layer, start.lockedBy, untouched.layer]).toEqual([wide, wide, narrow, undefined, undefined])
  })
})

/** Books of few towns and categories, so that layers meet. */
const parents: Record<string, string[]> = { a: ['a'], b: ['b', 'a'], c: ['c', 'b', 'a'], d: ['d'] }
const layers = fc.uniqueArray(
  fc.record({
    town: fc.constantFrom(null, 11, 12), category: fc.constantFrom(null, 'a', 'b', 'c', 'd'),
    set: fc.record({ resolve: fc.integer({ min: 1, max: 99 }).map(days), up: fc.constantFrom('next' as const, 'any' as const) }, { requiredKeys: [] }),
    locked: fc.subarray<PolicyField>(['resolve', 'up']),
  }),
  { selector: (one) => `${one.town} ${one.category}` },
)
const asked = fc.record({ town: fc.constantFrom(null, 11, 12), chain: fc.constantFrom([], ...Object.values(parents)) })

describe('any book', () => {
  test('gives the same rules in whichever order its layers stand', () => {
    fc.assert(fc.property(layers.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), asked, ([all, shuffled], who) => {
      expect(resolve({ layers: shuffled }, who)).toEqual(resolve({ layers: all }, who))
    }))
  })

  test('never lets a field differ below the layer that locks it', () => {
    fc.assert(fc.property(layers, fc.constantFrom(11, 12), fc.constantFrom('a', 'b', 'c', 'd'), (all, town, category) => {
      const chain = parents[category]!
      const wide = all.filter((one) => one.town === null && one.category === null && one.locked.includes('resolve'))
      if (wide.length > 0) expect(resolveOf(all, { town, chain })).toEqual(wide[0]!.set.resolve ?? defaultRules.resolve)
      const { resolve: decided } = decide({ layers: all }, { town, chain })
      // Whoever locks it gave the value, or took it from a wider layer.
      if (decided.lockedBy) expect([null, decided.lockedBy.town]).toContain(decided.layer?.town ?? null)
    }))
  })

  test('takes each unlocked field from the narrowest layer that sets it', () => {
    const rank = (one: Layer, chain: readonly string[]) => (one.town === null ? 0 : 10) + (one.category === null ? 0 : chain.length - chain.indexOf(one.category))
    fc.assert(fc.property(layers, asked, (all, who) => {
      const free = all.map((one) => ({ ...one, locked: [] }))
      const setting = free.filter((one) => one.set.resolve && (one.town === null || one.town === who.town) && (one.category === null || who.chain.includes(one.category)))
      const narrowest = setting.toSorted((a, b) => rank(b, who.chain) - rank(a, who.chain))[0]
      expect(resolveOf(free, who)).toEqual(narrowest?.set.resolve ?? defaultRules.resolve)
    }))
  })

  test('differs from itself in nothing, and changed twice comes back', () => {
    fc.assert(fc.property(layers, layers, (one, other) => {
      expect(differencesOf({ layers: one }, { layers: one })).toEqual([])
      const there = differencesOf({ layers: one }, { layers: other }).length
      expect(differencesOf({ layers: other }, { layers: one })).toHaveLength(there)
    }))
  })
})

describe('what keeps a book from being published', () => {
  const known = { towns: new Set([11]), chainOf: (category: string) => parents[category] }
  const codes = (...all: Layer[]) => faultsOf({ layers: all }, known).map(({ town, category, code, field }) => [town, category, code, field])
  test.each<[string, Layer[], unknown[]]>([
    ['nothing', [layer(null, null, { up: 'any' }, ['up']), layer(11, 'b', { resolve: days(1) })], []],
    ['two layers for the same', [layer(11, 'a'), layer(11, 'a')], [[11, 'a', 'twice', null]]],
    ['a town that is gone', [layer(99, null)], [[99, null, 'town_unknown', null]]],
    ['a category that is gone', [layer(null, 'z')], [[null, 'z', 'category_unknown', null]]],
    ['a field locked above', [layer(null, 'a', {}, ['up']), layer(11, 'c', { up: 'next' })], [[11, 'c', 'locked_above', 'up']]],
    ['not a lock beside', [layer(null, 'd', {}, ['up']), layer(12, null, {}, ['up']), layer(11, 'c', { up: 'next' })], [[12, null, 'town_unknown', null]]],
    ['not its own lock', [layer(null, 'a', { up: 'next' }, ['up'])], []],
  ])('%s', (_, all, expected) => expect(codes(...all)).toEqual(expected))
})

test('every rule of the product can be set by a county, and is shown in one group', () => {
  const leaves = Object.entries(defaultRules).flatMap(([key, value]) => (key === 'gates' || key === 'petition' || key === 'supervision' ? Object.keys(value as object).map((rest) => `${key}.${rest}`) : [key]))
  expect([...policyFieldKeys].toSorted()).toEqual(leaves.toSorted())
  expect(Object.values(policyGroups).flat().toSorted()).toEqual([...policyFieldKeys].toSorted())
  for (const field of policyFieldKeys) {
    const { kind } = policyFields[field]
    const value = valueIn(defaultRules, field)
    expect([field, kind === 'span' ? typeof value : kind]).toEqual([field, kind === 'span' ? 'object' : kind])
  }
  expect([isSame({ hours: 1 }, { hours: 1 }), isSame({ hours: 1 }, { days: 1 }), isSame(undefined, 0)]).toEqual([true, false, false])
})
