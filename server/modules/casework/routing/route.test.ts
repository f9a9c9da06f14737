import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differencesOf } from './difference.ts'
import { faultsOf } from './fault.ts'
import { guideOf, noCatalogue, ownersThatMatter, routeOf, type Catalogue, type Entry, type Question } from './route.ts'

let made = 0
const entry = (lead: string, more: Partial<Entry> = {}): Entry => ({ id: `e${made++}`, category: null, place: null, owner: null, from: null, until: null, assists: [], ground: null, lead, ...more })
const book = (...entries: Entry[]): Catalogue => ({ ...noCatalogue, owners: [{ key: 'city', name: { zh: '市政' } }, { key: 'house', name: { zh: '物业' } }], entries })
const asked = (more: Partial<Question> = {}): Question => ({ chain: ['lamps', 'roads'], places: [101, 11], owner: null, day: '2026-11-20', ...more })
const all = () => true
const leadOf = (catalogue: Catalogue, more?: Partial<Question>, isOpen: (body: string) => boolean = all) => routeOf(catalogue, asked(more), isOpen).entry?.lead

describe('who is named', () => {
  test('nobody, where no entry fits', () => {
    const strange = book(entry('a', { category: 'noise' }), entry('b', { place: 12 }), entry('c', { owner: 'city' }), entry('d', { from: '2026-11-21' }), entry('e', { until: '2026-11-19' }))
    expect(leadOf(strange)).toBeUndefined()
  })

  test.each<[string, Entry[], Partial<Question>]>([
    ['a category before none', [entry('other'), entry('right', { category: 'roads' })], {}],
    ['the deeper category', [entry('other', { category: 'roads' }), entry('right', { category: 'lamps' })], {}],
    ['the category before the place', [entry('other', { category: 'roads', place: 101 }), entry('right', { category: 'lamps' })], {}],
    ['the owner before the place', [entry('other', { category: 'lamps', place: 101 }), entry('right', { category: 'lamps', owner: 'house' })], { owner: 'house' }],
    ['the village before the town', [entry('other', { place: 11 }), entry('right', { place: 101 })], {}],
    ['the town before the county', [entry('other'), entry('right', { place: 11 })], {}],
    ['what began later', [entry('other', { from: '2026-01-01' }), entry('right', { from: '2026-11-20', until: '2026-11-20' })], {}],
    ['what has a first day before what has none', [entry('other'), entry('right', { from: '2026-01-01' })], {}],
    ['an entry for any owner, where it is not known', [entry('other', { owner: 'city' }), entry('right')], {}],
  ])('by %s', (_, entries, more) => {
    expect([leadOf(book(...entries), more), leadOf(book(...entries.toReversed()), more)]).toEqual(['right', 'right'])
  })

  test('not one whose body is closed: the next is, and it is said who was passed over', () => {
    const catalogue = book(entry('wide'), entry('closed', { category: 'lamps' }))
    const { entry: found, passedOver } = routeOf(catalogue, asked(), (body) => body !== 'closed')
    expect([found?.lead, passedOver.map(({ lead }) => lead)]).toEqual(['wide', ['closed']])
    expect(routeOf(catalogue, asked(), () => false)).toMatchObject({ entry: undefined, passedOver: [{ lead: 'closed' }, { lead: 'wide' }] })
  })

  test('and which kinds of owner would change it', () => {
    const catalogue = book(entry('lamps', { category: 'lamps' }), entry('housing', { category: 'lamps', owner: 'house' }), entry('lamps', { category: 'lamps', owner: 'city' }))
    expect(ownersThatMatter(catalogue, asked(), all)).toEqual([{ key: 'house', lead: 'housing' }])
    expect(ownersThatMatter(catalogue, asked({ owner: 'city' }), all)).toEqual([])
  })
})

const entries = fc.array(fc.record({
  category: fc.constantFrom(null, 'lamps', 'roads', 'noise'), place: fc.constantFrom(null, 101, 11, 12), owner: fc.constantFrom(null, 'city', 'house'),
  from: fc.constantFrom(null, '2026-01-01', '2026-12-01'), until: fc.constantFrom(null, '2026-06-30', '2026-12-31'), lead: fc.constantFrom('a', 'b', 'c'),
}).map((more) => entry(more.lead, more)), { maxLength: 12 })
const question: fc.Arbitrary<Question> = fc.record({ chain: fc.constantFrom<string[]>([], ['roads'], ['lamps', 'roads']), places: fc.constantFrom<number[]>([], [11], [101, 11]), owner: fc.constantFrom(null, 'city', 'house'), day: fc.constantFrom('2026-03-01', '2026-11-20') })

describe('any catalogue', () => {
  test('answers the same in whichever order its entries stand', () => {
    fc.assert(fc.property(entries.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), question, ([list, shuffled], who) => {
      expect(routeOf(book(...shuffled), who, all)).toEqual(routeOf(book(...list), who, all))
    }))
  })

  test('names an entry that fits, and none that fits is narrower in everything', () => {
    fc.assert(fc.property(entries, question, (list, who) => {
      const { entry: found } = routeOf(book(...list), who, all)
      const fitting = list.filter((one) => (one.category === null || who.chain.includes(one.category)) && (one.place === null || who.places.includes(one.place))
        && (one.owner === null || one.owner === who.owner) && (one.from ?? '') <= who.day && who.day <= (one.until ?? '9'))
      expect(found === undefined).toBe(fitting.length === 0)
      if (!found) return
      expect(fitting).toContain(found)
      const depth = (one: Entry) => [who.chain.indexOf(one.category ?? ''), who.places.indexOf(one.place ?? 0)].map((at) => (at === -1 ? 9 : at))
      const isNarrower = (one: Entry) => depth(one).every((at, i) => at < depth(found)[i]!) && one.owner !== null && found.owner === null
      expect(fitting.filter(isNarrower)).toEqual([])
    }))
  })
})

test('the guide of the narrowest category, else the one for all', () => {
  const catalogue = { ...noCatalogue, guides: [{ category: null, words: 'all' }, { category: 'roads', words: 'roads' }] }
  expect([guideOf(catalogue, ['lamps', 'roads']), guideOf(catalogue, ['noise']), guideOf(noCatalogue, ['noise'])]).toEqual(['roads', 'all', undefined])
})

describe('what keeps a catalogue from being published', () => {
  const known = { isOpen: (body: string) => body !== 'closed', hasCategory: (category: string) => category === 'lamps', hasPlace: (place: number) => place === 11 }
  test.each<[string, Partial<Entry>[], string[]]>([
    ['nothing', [{ category: 'lamps', place: 11, owner: 'city' }, { category: 'lamps', place: 11, owner: 'city', from: '2026-01-01' }], []],
    ['the same twice', [{}, {}], ['twice']], ['a lead that is closed', [{ lead: 'closed' }], ['lead_closed']], ['an assist that is closed', [{ assists: ['b', 'closed'] }], ['assist_closed']],
    ['a lead that assists itself', [{ assists: ['a'] }], ['lead_assists']], ['a category that is gone', [{ category: 'x' }], ['category_unknown']], ['a place that is gone', [{ place: 9 }], ['place_unknown']],
    ['a kind of owner that is gone', [{ owner: 'x' }], ['owner_unknown']], ['days the wrong way', [{ from: '2026-02-01', until: '2026-01-01' }], ['dates']],
  ])('%s', (_, list, codes) => expect(faultsOf(book(...list.map((more) => entry(more.lead ?? 'a', more))), known).map(({ code }) => code)).toEqual(codes))

  test('a backstop that is closed, two guides for one, two owners with one name', () => {
    const guides = [{ category: null, words: 'a' }, { category: null, words: 'b' }]
    const owners = [{ key: 'a', name: { zh: '市政' } }, { key: 'b', name: { zh: '市政' } }]
    expect(faultsOf({ entries: [], backstop: 'closed', guides, owners }, known).map(({ code }) => code)).toEqual(['backstop_closed', 'guide_twice', 'owner_twice'])
  })
})

test('what one catalogue changes of another', () => {
  const [kept, gone, old] = [entry('a'), entry('b'), entry('c')]
  const { entries: found, terms } = differencesOf(book(kept, gone, old), { ...book(kept, { ...old, lead: 'd' }, entry('e')), backstop: 'a' })
  expect([found.map(({ kind }) => kind), terms]).toEqual([['changed', 'added', 'removed'], ['backstop']])
})
