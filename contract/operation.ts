import { Type, type Static, type TObject, type TProperties, type TSchema } from 'typebox'
import { paths, type OperationId } from './paths.ts'
import type { RefusalCode } from './refusals.ts'

/**
 * One operation of the API, said once: server, screens and the API page all read it.
 * The path stands in paths.ts, so that the screens can call it without TypeBox at run time.
 */
export interface Contract<Id extends OperationId, P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema> {
  id: Id
  method: Method
  path: string
  summary: string
  params: P
  query: Q
  body: B
  reply: R
  /** Every refusal that this operation may answer with, beside those of its door (sign-in, input, reach). */
  refusals: RefusalCode[]
  /** Below which its path stands: our own API, or that of a standard. */
  base: string
  /** How its body comes. `bytes`: as it is, since a signature covers it; `form`: as a web form, or as JSON. */
  takes: 'json' | 'form' | 'bytes'
  /** Endings that its path also takes, each for a form of the reply: `/services.json`, `/services.xml`. */
  endings: readonly string[]
}

/** Below which every operation of our own has its path. */
export const apiBase = '/api/v1'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Nothing = TObject<Record<never, never>>
const nothing: Nothing = Type.Object({}, { additionalProperties: false })

/** Declares an operation. Bodies refuse fields that are not declared; replies drop them. */
export function contract<
  Id extends OperationId,
  R extends TSchema,
  P extends TSchema = Nothing,
  Q extends TSchema = Nothing,
  B extends TSchema = Nothing,
>(
  id: Id,
  words: {
    summary: string; params?: P; query?: Q; body?: B; reply: R; refusals?: RefusalCode[]
    base?: string; takes?: 'json' | 'form' | 'bytes'; endings?: readonly string[]
  },
): Contract<Id, P, Q, B, R> {
  const [method, path] = paths[id].split(' ') as [Method, string]
  return {
    id,
    method,
    path,
    summary: words.summary,
    params: words.params ?? (nothing as unknown as P),
    query: words.query ?? (nothing as unknown as Q),
    body: words.body ?? (nothing as unknown as B),
    reply: words.reply,
    refusals: words.refusals ?? [],
    base: words.base ?? apiBase,
    takes: words.takes ?? 'json',
    endings: words.endings ?? [],
  }
}

/** A closed object: a field that is not declared is refused. */
export const words = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false })

/** What a caller sends, by kind of place it stands in. */
export interface Input<C> {
  params: C extends { params: infer P extends TSchema } ? Static<P> : never
  query: C extends { query: infer Q extends TSchema } ? Static<Q> : never
  body: C extends { body: infer B extends TSchema } ? Static<B> : never
}

/** What comes back. */
export type Reply<C> = C extends { reply: infer R extends TSchema } ? Static<R> : never
