import { Type, type TSchema } from 'typebox'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Nullable, OneOf } from '#contract/wire.ts'
import { words } from '#contract/operation.ts'
import { replyWriterOf } from './write-reply.ts'

const written = (schema: TSchema, value: unknown) => JSON.parse(replyWriterOf(schema)(value)) as unknown
const secret = 'never'

describe('a reply', () => {
  const Inner = words({ a: Type.Integer() })
  test.each<[name: string, schema: TSchema, value: unknown, seen: unknown]>([
    ['drops what is not declared', Inner, { a: 1, secret }, { a: 1 }],
    ['drops it within', words({ inner: Inner }), { inner: { a: 1, secret }, secret }, { inner: { a: 1 } }],
    ['drops it in lists', words({ list: Type.Array(Inner) }), { list: [{ a: 1, secret }, { a: 2 }] }, { list: [{ a: 1 }, { a: 2 }] }],
    ['drops it in tables', Type.Record(Type.String(), Inner), { any: { a: 1, secret } }, { any: { a: 1 } }],
    ['drops it where null may stand', words({ inner: Nullable(Inner) }), { inner: { a: 1, secret } }, { inner: { a: 1 } }],
    ['keeps null', words({ inner: Nullable(Inner), list: Nullable(Type.Array(Inner)) }), { inner: null, list: null }, { inner: null, list: null }],
    ['leaves out what is not there', words({ inner: Type.Optional(Inner), list: Type.Optional(Type.Array(Inner)) }), {}, {}],
    ['writes a time as UTC', words({ at: Type.String({ format: 'date-time' }) }), { at: new Date(0) }, { at: '1970-01-01T00:00:00.000Z' }],
    ['keeps what is said to be anything', words({ any: Type.Unknown() }), { any: { deep: [secret] } }, { any: { deep: [secret] } }],
    ['knows several shapes by their kind', Type.Union([words({ kind: Type.Literal('one'), a: Type.Integer() }), words({ kind: Type.Literal('two'), b: Type.Integer() })]),
      { kind: 'two', a: 1, b: 2 }, { kind: 'two', b: 2 }],
  ])('%s', (_, schema, value, seen) => {
    expect(written(schema, value)).toEqual(seen)
  })

  test('holds whatever name a field has and whatever text is in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }).filter((name) => name !== '__proto__'), fc.string({ unit: 'binary' }), (name, text) => {
      expect(written(words({ [name]: Type.String() }), { [name]: text, [`${name}!`]: secret })).toEqual({ [name]: text.toWellFormed() === text ? text : JSON.parse(JSON.stringify(text)) })
    }))
  })

  test.each<[string, TSchema]>([
    ['alternatives without a kind', Type.Union([Type.String(), Inner])],
    ['a shape that is several at once', Type.Intersect([Inner, Inner])],
  ])('can’t be said with %s: the start stops', (_, schema) => {
    expect(() => replyWriterOf(schema)).toThrow()
  })

  test('of one of several words is written as it is', () => {
    expect(written(words({ state: OneOf(['open', 'over']) }), { state: 'open' })).toEqual({ state: 'open' })
  })
})
