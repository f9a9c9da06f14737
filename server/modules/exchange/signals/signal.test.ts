import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventsOf, type Came } from './event.ts'
import { isAbout, joined, repeats, ruleFor, timeOfEvent, wordsOf, type Joined, type Rule } from './signal.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 16) + minutes * 60_000)
const plain = { specversion: '1.0', id: 'e1', source: '/sensors/7', type: 'cn.example.water.high', subject: '东河', time: '2026-11-16T02:00:00Z', data: { level: 3.2, severity: 4, lon: 118.1, lat: 29.95 } }
const came = (contentType: string, body: unknown, headers: Record<string, string> = {}): Came => ({ contentType, header: (name) => headers[name], text: typeof body === 'string' ? body : JSON.stringify(body) })
const structured = (change: object) => eventsOf(came('application/cloudevents+json; charset=utf-8', { ...plain, ...change }))

describe('an event', () => {
  const read = { id: 'e1', origin: '/sensors/7', type: plain.type, subject: '东河', at: new Date(plain.time), severity: 4, point: { lon: 118.1, lat: 29.95 }, address: null, said: { level: '3.2' } }

  test('is the same in structured mode, in binary mode and in a batch', () => {
    expect(structured({})).toEqual([read])
    const headers = { 'ce-specversion': '1.0', 'ce-id': 'e1', 'ce-source': '/sensors/7', 'ce-type': plain.type, 'ce-subject': encodeURIComponent('东河'), 'ce-time': plain.time }
    expect(eventsOf(came('application/json', plain.data, headers))).toEqual([read])
    expect(eventsOf(came('application/cloudevents-batch+json', [plain, { ...plain, id: 'e2' }]))).toEqual([read, { ...read, id: 'e2' }])
    expect(eventsOf(came('application/cloudevents-batch+json', []))).toEqual([])
  })

  test.each([
    ['no version', { specversion: undefined }], ['another version', { specversion: '0.3' }], ['no id', { id: '' }], ['a number as id', { id: 7 }],
    ['no source', { source: undefined }], ['no type', { type: '' }], ['a bad time', { time: 'yesterday' }], ['a day that is none', { time: '2026-02-31T99:00:00Z' }],
    ['an id that can’t be stored', { id: 'a\0b' }], ['an endless subject', { subject: 'x'.repeat(201) }],
  ])('with %s is none', (_, change) => expect(structured(change)).toEqual({ bad: 0 }))

  test.each([
    ['application/cloudevents+json', '{'], ['application/cloudevents+json', '[]'], ['application/cloudevents-batch+json', '{}'], ['application/json', '{}'],
    ['', ''], ['application/cloudevents-batch+json', JSON.stringify(Array.from({ length: 101 }, () => plain))],
  ])('as %s with %s is refused', (type, body) => expect(eventsOf(came(type, body))).toHaveProperty('bad'))

  test('in a batch says which one is bad', () => {
    expect(eventsOf(came('application/cloudevents-batch+json', [plain, { ...plain, type: undefined }]))).toEqual({ bad: 1 })
  })

  test.each([[-3, 0], [2.4, 2], [9, 5], ['3', 3], ['high', 0], [null, 0]])('of severity %s counts as %d', (severity, meant) => {
    expect(structured({ data: { severity } })).toMatchObject([{ severity: meant }])
  })

  test('never fails, whatever comes', () => {
    fc.assert(fc.property(fc.json(), fc.constantFrom('application/cloudevents+json', 'application/cloudevents-batch+json', 'text/plain'), (body, type) => {
      const found = eventsOf(came(type, body))
      expect(Array.isArray(found) || typeof found.bad === 'number').toBe(true)
    }))
  })

  test('keeps at most twenty plain values, none of them long', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string({ maxLength: 400 }), fc.double(), fc.boolean(), fc.object())), (data) => {
      const found = structured({ data })
      if (!Array.isArray(found)) throw new Error('refused')
      const said = Object.values(found[0]!.said)
      expect(said.length).toBeLessThanOrEqual(20)
      expect(said.every((value) => value.length <= 200)).toBe(true)
    }))
  })
})

const span = (first: number, last: number, caseIsOver = false) => ({ firstAt: at(first), lastAt: at(last), count: 1, severity: 0, caseIsOver })

describe('a repeat', () => {
  test.each([
    ['at once', span(0, 0), 0, true], ['at the window’s end', span(0, 0), 60, true], ['after it', span(0, 0), 61, false], ['measured from the last', span(0, 50), 110, true],
    ['that came late', span(60, 60), 0, true], ['that came too late', span(61, 61), 0, false], ['after its case was over', span(0, 0, true), 1, false],
    ['from before, told after its case was over', span(0, 10, true), 5, true],
  ])('%s', (_, signal, minute, is) => expect(repeats(signal, at(minute), 60)).toBe(is))

  test('adds up to the same in whatever order events come', () => {
    const event = fc.record({ at: fc.integer({ min: 0, max: 50 }).map(at), severity: fc.integer({ min: 0, max: 5 }) })
    fc.assert(fc.property(fc.array(event, { minLength: 1, maxLength: 20 }).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([one, other]) => {
      const fold = (events: typeof one) => events.reduce<Joined | undefined>(joined, undefined)
      expect(fold(other)).toEqual(fold(one))
      expect(fold(one)!.count).toBe(one.length)
    }))
  })

  test('is of now where its clock runs ahead', () => {
    expect(timeOfEvent(at(6), at(0))).toEqual(at(0))
    expect(timeOfEvent(at(4), at(0))).toEqual(at(4))
    expect(timeOfEvent(undefined, at(0))).toEqual(at(0))
  })
})

const rule = (change: Partial<Rule>): Rule => ({ id: 'r', source: null, type: 'a.b', leastCount: 1, leastSeverity: 0, category: 'c', words: '', ...change })

describe('a rule', () => {
  test.each([
    [{}, true], [{ type: 'a.*' }, true], [{ type: 'a.b*' }, true], [{ type: 'a' }, false], [{ type: 'a.bc' }, false], [{ source: 's' }, true], [{ source: 't' }, false],
  ])('%j is about a.b of s: %s', (change, is) => expect(isAbout(rule(change), 's', 'a.b')).toBe(is))

  test('waits for as many repeats and as much severity as it says', () => {
    fc.assert(fc.property(fc.nat(9), fc.nat(5), fc.integer({ min: 1, max: 9 }), fc.nat(5), (count, severity, leastCount, leastSeverity) => {
      const found = ruleFor([rule({ leastCount, leastSeverity })], 's', 'a.b', { count, severity })
      expect(found !== undefined).toBe(count >= leastCount && severity >= leastSeverity)
    }))
  })

  test('of its own source, then of the longer type, goes before the others', () => {
    const rules = [rule({ id: '1', type: 'a*' }), rule({ id: '2', type: 'a.b*' }), rule({ id: '3' }), rule({ id: '4', source: 's', type: 'a*' })]
    const order = []
    for (let left = rules; left.length > 0;) {
      const found = ruleFor(left, 's', 'a.b', { count: 1, severity: 0 })!
      order.push(found.id)
      left = left.filter((one) => one !== found)
    }
    expect(order).toEqual(['4', '3', '2', '1'])
  })

  test('says what was measured in its words, and a dash for what was not', () => {
    const event = { said: { level: '3.2' }, subject: '东河', type: 't', origin: '/7' }
    expect(wordsOf('{{subject}}水位 {{ level }} 米（{{device}}），{{wind}}，{{constructor}}', event)).toBe('东河水位 3.2 米（/7），—，—')
  })
})
