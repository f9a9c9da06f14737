import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharesOf } from './classifier.ts'
import { shippedExamples } from './examples.ts'
import { gramsOf } from './grams.ts'
import { confidenceLeast, learn, saidOf, suggest, weighed, type Example } from './model.ts'
import { packed, unpacked } from './packing.ts'
import { wordsThatCounted } from './reason.ts'

const examples: Example[] = Object.entries(shippedExamples).flatMap(([label, texts]) => texts.map((text) => ({ said: saidOf(text), label, isShipped: true })))
const model = learn(examples)!

const text = fc.array(fc.oneof(fc.constantFrom('路灯坏了', '垃圾', '𠮷野家', 'The lift', 'é', ' ', '13800000000', '！'), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 12 }).map((parts) => parts.join(''))

describe('grams', () => {
  test('stand where they say', () => fc.assert(fc.property(text, (said) => {
    for (const { gram, from, to } of gramsOf(said)) {
      expect(from).toBeLessThan(to)
      if (!gram.startsWith('#')) expect(gram).toBe(gram.startsWith(' ') || gram.endsWith(' ') ? gram : said.slice(from, to).toLowerCase())
    }
  })))
  test('Chinese by one, two and three, words whole and in parts, numbers by their length alone', () => {
    expect(gramsOf('路灯坏').map(({ gram }) => gram)).toEqual(['路', '灯', '坏', '路灯', '灯坏', '路灯坏'])
    expect(gramsOf('Lift').map(({ gram }) => gram)).toEqual([' lift ', ' lif', 'lift', 'ift '])
    expect(gramsOf('13800138000').map(({ gram }) => gram)).toEqual(['#9'])
  })
})

describe('what was learnt', () => {
  test.each([
    ['我家楼下的路灯不亮了', 'lighting'],
    ['工地夜里施工太吵，没法睡觉', 'noise'],
    ['垃圾好几天没人清运了', 'waste'],
    ['下水道堵了，污水都冒出来了', 'water'],
    ['小区停电到现在没有来电', 'power'],
    ['The street lamp is broken and it is dark', 'lighting'],
    ['Rubbish bins are overflowing', 'waste'],
  ])('%s is %s', (words, label) => expect(weighed(model, saidOf(words))[0]).toMatchObject({ label }))

  test('of what it was not shown it has more than half right, of twelve kinds', () => {
    expect(model.examples).toBe(examples.length)
    expect(model.right / model.examples).toBeGreaterThan(0.5)
  })
  test('the same examples teach the same', () => expect(packed(learn(examples)!)).toEqual(packed(model)))
  test('what belongs to nothing is not guessed at', () => {
    for (const words of ['', '。。。', '你好', '今天', 'zzz qqq']) expect(suggest(model, saidOf(words))).toEqual([])
  })
  test('nothing is suggested that is not allowed', () => {
    expect(suggest(model, saidOf('路灯不亮了'), (label) => label !== 'lighting').map(({ label }) => label)).not.toContain('lighting')
  })
  test('one label, or none, teaches nothing', () => {
    expect(learn([])).toBeUndefined()
    expect(learn(examples.filter(({ label }) => label === 'noise'))).toBeUndefined()
  })
})

test('confidence is a share of one, the first at least what is asked', () => fc.assert(fc.property(text, (said) => {
  const all = weighed(model, saidOf(said))
  if (all.length > 0) expect(all.reduce((sum, one) => sum + one.confidence, 0)).toBeCloseTo(1)
  const [first, ...others] = suggest(model, saidOf(said))
  if (first) expect(first.confidence).toBeGreaterThanOrEqual(confidenceLeast)
  expect(others.length).toBeLessThan(3)
})))

test('shares keep the order of heights', () => fc.assert(fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 9 }), (heights) => {
  const shares = sharesOf(heights, 2)
  heights.forEach((one, i) => heights.forEach((other, j) => one > other && expect(shares[i]).toBeGreaterThanOrEqual(shares[j]!)))
})))

describe('the words that counted', () => {
  test('stand in the text', () => fc.assert(fc.property(text, fc.constantFrom(...model.labels), (said, label) => {
    for (const words of wordsThatCounted(model, label, saidOf(said))) expect(said).toContain(words)
  })))
  test('are those that a person would name', () => {
    expect(wordsThatCounted(model, 'lighting', saidOf('请问门口的路灯什么时候修好？'))).toContain('路灯')
    expect(wordsThatCounted(model, 'noise', saidOf('The construction noise keeps my children awake'))).toContain('noise')
  })
})

test('what is kept judges as what was learnt', () => {
  const kept = unpacked(packed(model))
  expect(kept).toMatchObject({ labels: model.labels, examples: model.examples, right: model.right })
  for (const { said } of examples) expect(weighed(kept, said)[0]!.label).toBe(weighed(model, said)[0]!.label)
  expect(unpacked(new Uint8Array([0, 0, 0, ...packed(model)]).subarray(3)).labels).toEqual(model.labels)
})
