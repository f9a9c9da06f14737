import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Id, InBoth, InCounty, NamedBody, NamedRegion, Nullable, Region } from './wire.ts'

const TrackKey = Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z0-9_]+$' })

/** A kind of matter with a desk that coordinates it, a list and figures. */
export const Track = words({
  key: TrackKey,
  name: InBoth,
  desks: Type.Array(words({ region: NamedRegion, body: NamedBody }), { description: 'who coordinates it: for the county, or for a town of it' }),
  categories: Type.Array(words({ key: Type.String(), name: InBoth })),
  open: Type.Integer({ description: 'open cases of it within my reach' }),
  late: Type.Integer({ description: 'of these, with a clock that has run out' }),
  mine: Nullable(words({ open: Type.Integer(), late: Type.Integer() }), { description: 'the same where my body coordinates it; null where it does not' }),
})

export const listTracks = contract('listTracks', {
  summary: 'The tracks of a county: who coordinates each, its categories, and what of it is open within my reach',
  params: InCounty,
  reply: words({ items: Type.Array(Track), version: Type.Integer({ description: '1: none were kept yet, they are those of the product' }) }),
})

export const keepTracks = contract('keepTracks', {
  summary: 'Keep the tracks as a whole. If-Match is their version; of two who keep them, the second learns that they changed',
  params: InCounty,
  body: words({
    tracks: Type.Array(words({ key: TrackKey, name: InBoth, desks: Type.Array(words({ region: Region, body: Id }), { maxItems: 100 }) }), { minItems: 1, maxItems: 20 }),
    categories: Type.Array(words({ key: Type.String({ minLength: 1, maxLength: 40 }), track: TrackKey }), { maxItems: 2000, description: 'those that go to another track; the rest stay' }),
  }),
  reply: words({ version: Type.Integer() }),
  refusals: ['version_missing', 'changed_meanwhile', 'tracks.contradict', 'category.not_found', 'region.not_found', 'case.body_unknown'],
})

export type Track = Static<typeof Track>
