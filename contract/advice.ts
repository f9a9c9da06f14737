import { Type, type Static } from 'typebox'
import { Photo } from './files.ts'
import { CaseState } from './matters.ts'
import { contract, words } from './operation.ts'
import { Id, InBoth, InCounty, InCountyWithId, Instant, NamedBody, NamedRegion, Nullable, OneOf, Point, Region } from './wire.ts'

/** Help with sorting and dispatching. What is suggested binds nobody: a person decides. */

const Confidence = Type.Number({ minimum: 0, maximum: 1, description: 'of a hundred suggestions with 0.8, some eighty are right' })
const Because = Type.Array(Type.String(), { description: 'the words that counted, heaviest first, as they stand in the text' })
const BeingWritten = Type.String({ minLength: 1, maxLength: 10_000 })

export const CategorySuggestion = words({ key: Type.String(), name: InBoth, confidence: Confidence, because: Because })
export const BodySuggestion = words({ body: NamedBody, confidence: Confidence, because: Because })
export const PlaceSuggestion = words({ place: NamedRegion, desk: Nullable(NamedBody, { description: 'to which it would be sent down' }), confidence: Confidence, because: Because })
/** What stands behind suggestions: how many examples, and how many of them were right unseen. */
export const Learnt = words({ examples: Type.Integer(), correct: Type.Integer(), at: Instant })

export const suggestCategories = contract('suggestCategories', {
  summary: 'Which category words that are being written belong to; none where it is not sure. The words are neither kept nor logged',
  params: InCounty,
  body: words({ words: BeingWritten }),
  reply: words({ items: Type.Array(CategorySuggestion) }),
})

export const SimilarMatter = words({
  county: Region,
  id: Id,
  number: Type.String(),
  words: Type.String({ description: 'as the public sees them, or one’s own' }),
  state: CaseState,
  category: Nullable(InBoth),
  receivedAt: Instant,
  village: Nullable(NamedRegion),
  photo: Nullable(Id),
  mine: Type.Boolean(),
})

export const findSimilarMatters = contract('findSimilarMatters', {
  summary: 'Public matters, and one’s own, that may be the same trouble as what is being written. The words are neither kept nor logged',
  params: InCounty,
  body: words({
    words: BeingWritten,
    category: Type.Optional(Type.String({ maxLength: 40 })),
    village: Type.Optional(Region),
    point: Type.Optional(Point),
  }),
  reply: words({ items: Type.Array(SimilarMatter) }),
})

export const adviseOnCase = contract('adviseOnCase', {
  summary: 'Suggested category, lead and place of a case within my reach, each with its confidence and the words that counted',
  params: InCountyWithId,
  reply: words({
    categories: Type.Array(CategorySuggestion),
    bodies: Type.Array(BodySuggestion),
    places: Type.Array(PlaceSuggestion, { description: 'only where the case has no place yet' }),
    learnt: words({ category: Nullable(Learnt), body: Nullable(Learnt), place: Nullable(Learnt) }),
  }),
})

export const draftWords = contract('draftWords', {
  summary: 'A draft by the model that the operator has set, off by default. Personal data is masked before it goes there; nothing is kept, and nothing is sent by itself',
  params: InCountyWithId,
  body: words({ kind: OneOf(['reply', 'summary']) }),
  reply: words({ words: Type.String(), masked: Type.Integer({ description: 'how many personal values were masked before it went there' }) }),
  refusals: ['drafting.off', 'drafting.failed', 'too_many_requests'],
})

export const SimilarCase = words({
  county: Region,
  id: Id,
  number: Type.String(),
  words: Type.String(),
  state: CaseState,
  category: Nullable(InBoth),
  desk: NamedBody,
  receivedAt: Instant,
  metres: Nullable(Type.Integer()),
  photo: Nullable(Photo),
})

export const listSimilarCases = contract('listSimilarCases', {
  summary: 'Cases within my reach that may be the same trouble as this one: near place, near time, similar words; the likeliest first',
  params: InCountyWithId,
  reply: words({ items: Type.Array(SimilarCase) }),
})

export const findSimilarCases = contract('findSimilarCases', {
  summary: 'Cases within my reach that may be the same trouble as what is being written down. The words are neither kept nor logged',
  params: InCounty,
  body: words({
    words: BeingWritten,
    category: Type.Optional(Type.String({ maxLength: 40 })),
    village: Type.Optional(Region),
    point: Type.Optional(Point),
  }),
  reply: words({ items: Type.Array(SimilarCase) }),
})

export type CategorySuggestion = Static<typeof CategorySuggestion>
export type BodySuggestion = Static<typeof BodySuggestion>
export type SimilarMatter = Static<typeof SimilarMatter>
export type SimilarCase = Static<typeof SimilarCase>
export type Learnt = Static<typeof Learnt>
