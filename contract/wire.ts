import { Type, type Static, type TSchema, type TSchemaOptions } from 'typebox'
import { words } from './operation.ts'

/** One of these words. Said as `enum`, which validates and writes faster than a union of literals. */
export const OneOf = <const T extends readonly string[]>(values: T, options: TSchemaOptions = {}) =>
  Type.Unsafe<T[number]>({ ...options, type: 'string', enum: [...values] })

/** Or null. Said as `nullable`, which the reply's writer knows without trying alternatives. */
export const Nullable = <T extends TSchema>(schema: T, options: TSchemaOptions = {}) =>
  Type.Unsafe<Static<T> | null>({ ...schema, ...options, nullable: true })

/** Shapes that every part of the contract uses. */
export const Id = Type.String({ format: 'uuid' })
export const Instant = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' })
export const Day = Type.String({ format: 'date' })
/** A region's surrogate number. A county's number comes first in every key. */
export const Region = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })
export const Name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })
export const Words = Type.String({ minLength: 1, maxLength: 10_000, pattern: '\\S' })
export const ShortWords = Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' })
export const InBoth = words({ zh: Name, en: Type.Optional(Name) })
export const Phone = Type.String({ pattern: '^1[3-9][0-9]{9}$', description: 'mainland mobile number, 11 digits' })
/** Whoever calls may have no mobile: old people ring from home. */
export const CallerPhone = Type.String({ pattern: '^(?:1[3-9][0-9]{9}|0[1-9][0-9]{8,10})$', description: 'mainland mobile number, or a landline with its area code, digits only' })
export const Language = OneOf(['zh', 'en'])
export const Point = words({
  lon: Type.Number({ minimum: -180, maximum: 180 }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
})

/** Where a row lies: surrogate numbers of the levels, from county down. */
export const Place = words({
  county: Region,
  town: Type.Optional(Region),
  village: Type.Optional(Region),
  grid: Type.Optional(Region),
})

export const InCounty = words({ county: Region })
export const InCountyWithId = words({ county: Region, id: Id })
export const ById = words({ id: Id })
export const Done = words({})

/** A keyset page: pass `next` back as `after` for the following one. */
export const Page = <T extends TSchema>(item: T) =>
  words({ items: Type.Array(item), next: Nullable(Type.String()) })
export const Paging = {
  after: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 30 })),
}

/** Which acts are open now: null is yes, a code says why not. */
export const May = Type.Record(Type.String(), Nullable(Type.String()))

export const NamedRegion = words({ id: Region, level: Type.Integer(), name: InBoth })
export const NamedBody = words({ id: Id, name: InBoth, kind: Type.String() })

export type Id = Static<typeof Id>
export type Place = Static<typeof Place>
export type Point = Static<typeof Point>
export type InBoth = Static<typeof InBoth>
export type Language = Static<typeof Language>
export type May = Static<typeof May>
export type NamedBody = Static<typeof NamedBody>
export type NamedRegion = Static<typeof NamedRegion>
/** An RFC 9457 problem document. `code` is also a key of the words. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: string
  instance: string
  /** Where the input is wrong, one per field. */
  fields?: { path: string; message: string }[]
  /** What changed meanwhile, for `changed_meanwhile`. */
  changed?: { kind: string; at: string; body: string | null }[]
  version?: number
  retryAfterSeconds?: number
}
