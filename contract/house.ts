import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { InBoth, NamedRegion, Nullable, OneOf, Point } from './wire.ts'

export const readHealth = contract('readHealth', {
  summary: 'Is the product usable (200) or not yet (503)',
  reply: words({ status: Type.Literal('ok'), version: Type.String() }),
  refusals: ['not_ready'],
})

export const readReadiness = contract('readReadiness', {
  summary: 'What the product depends on, each by itself',
  reply: words({
    status: OneOf(['ready', 'not_ready']),
    database: Type.Boolean(),
    migrated: Type.Boolean(),
    worker: Type.Boolean(),
    relayBehindSeconds: Type.Number(),
  }),
})

export const Settings = words({
  demo: Type.Boolean(),
  zone: Type.String({ description: 'IANA zone of every time on screen' }),
  counties: Type.Array(words({ ...NamedRegion.properties, centre: Nullable(Point) })),
  photosMax: Type.Integer(),
  photoBytesMax: Type.Integer(),
  mapStyle: Nullable(Type.String()),
  identityProvider: Type.Optional(InBoth),
  drafting: Type.Boolean({ description: 'a model drafts for staff where they ask it to' }),
})

export const readSettings = contract('readSettings', {
  summary: 'What a screen needs before anyone has signed in',
  reply: Settings,
})

export type Settings = Static<typeof Settings>
