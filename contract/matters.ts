import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Photo, PhotoSize } from './files.ts'
import { PetitionOfMatter } from './petitions.ts'
import { Done, Id, InBoth, InCounty, InCountyWithId, Instant, May, Name, NamedRegion, Nullable, OneOf, Page, Paging, Phone, Point, Region, ShortWords, Words } from './wire.ts'

/** A matter 事项 as the resident sees it: the case, without what is internal. */

export const caseStates = [
  'received', 'asked', 'declined', 'accepted', 'dispatched', 'reported', 'closed', 'answered', 'rated', 'withdrawn', 'merged',
] as const
export const CaseState = OneOf(caseStates)
export const Visibility = OneOf(['private', 'public'])
/** private; wished: the resident wants it public, intake has not approved yet; public; kept: intake said no. */
export const Publicity = OneOf(['private', 'wished', 'public', 'kept'])

export const Category = words({
  key: Type.String(),
  name: InBoth,
  parent: Nullable(Type.String()),
  hint: Nullable(InBoth),
})

export const listCategories = contract('listCategories', {
  summary: 'What can be reported in a county',
  params: InCounty,
  reply: words({ items: Type.Array(Category) }),
})

export const readPublicity = contract('readPublicity', {
  summary: 'Whether the rules let others see what is reported there and of that kind: asked before it is written, so that nobody wishes in vain',
  params: InCounty,
  query: words({ village: Type.Optional(Region), category: Type.Optional(Type.String({ maxLength: 40 })) }),
  reply: words({ mayBePublic: Type.Boolean() }),
})

/** At most photosMax: more have a no of their own, which says so to the resident. */
const PhotoIds = Type.Array(Id, { uniqueItems: true })

export const submitAppeal = contract('submitAppeal', {
  summary: 'Say what is wrong. The Idempotency-Key is the appeal’s id: a retried send makes no second appeal',
  params: InCounty,
  body: words({
    words: Words,
    category: Type.Optional(Type.String({ maxLength: 40 })),
    place: words({
      village: Type.Optional(Region),
      point: Type.Optional(Point),
      address: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    visibility: Visibility,
    photos: PhotoIds,
    onBehalfOf: Type.Optional(words({ name: Name, phone: Type.Optional(Phone) })),
    /** The body that it is a complaint about: it is not shown who complains, and does not take it in. */
    about: Type.Optional(Id),
  }),
  reply: words({
    id: Id,
    county: Region,
    number: Type.String(),
    receivedAt: Instant,
    replyDueAt: Nullable(Instant),
    desk: InBoth,
  }),
  refusals: [
    'key_missing', 'key_used_otherwise', 'place.missing', 'place.outside', 'category.not_found',
    'appeal.too_many_photos', 'photo.not_yours', 'photo.used', 'masked_value', 'consent.needed', 'case.body_unknown',
  ],
})

export const MatterRow = words({
  county: Region,
  id: Id,
  number: Type.String(),
  title: Type.String({ description: 'the first words' }),
  state: CaseState,
  category: Nullable(InBoth),
  receivedAt: Instant,
  changedAt: Instant,
  dueAt: Nullable(Instant),
  waitsForMe: Type.Boolean({ description: 'asked back, or answered and not rated' }),
  photo: Nullable(Id),
  publicity: Publicity,
})

export const listMyMatters = contract('listMyMatters', {
  summary: 'What I reported, newest first',
  query: words({ ...Paging, open: Type.Optional(Type.Boolean()) }),
  reply: Page(MatterRow),
})

export const PublicMatterRow = words({
  county: Region,
  id: Id,
  number: Type.String(),
  title: Type.String(),
  state: CaseState,
  category: Nullable(InBoth),
  receivedAt: Instant,
  village: Nullable(NamedRegion),
  photo: Nullable(Id),
})

export const listPublicMatters = contract('listPublicMatters', {
  summary: 'Public matters of a county or of a village, newest first: redacted words, no names, place rounded',
  params: InCounty,
  query: words({ ...Paging, village: Type.Optional(Region) }),
  reply: Page(PublicMatterRow),
})

/** One step of a matter, in the resident's timeline or (with internal ones) in the staff's. */
export const Step = words({
  id: Type.String(),
  kind: Type.String({ description: 'a key of the words: steps.<kind>' }),
  at: Instant,
  body: Nullable(InBoth, { description: 'null: the resident' }),
  person: Nullable(Type.String(), { description: 'the staff member, for staff only' }),
  other: Nullable(InBoth, { description: 'the body that the step leads to' }),
  words: Nullable(Type.String()),
  values: Type.Record(Type.String(), Type.String()),
  photos: Type.Array(Photo),
  audience: OneOf(['resident', 'staff']),
})

export const Rating = words({
  contacted: Type.Boolean(),
  solved: OneOf(['yes', 'partly', 'no']),
  satisfied: Type.Integer({ minimum: 1, maximum: 5 }),
  words: Type.Optional(ShortWords),
})

export const Matter = words({
  county: Region,
  id: Id,
  number: Type.String(),
  mine: Type.Boolean(),
  state: CaseState,
  words: Type.String(),
  category: Nullable(InBoth),
  address: Nullable(Type.String()),
  point: Nullable(Point),
  place: Type.Array(NamedRegion),
  publicity: Publicity,
  receivedAt: Instant,
  desk: InBoth,
  handledBy: Type.Array(InBoth),
  nextDue: Nullable(words({ kind: Type.String(), at: Nullable(Instant), paused: Type.Boolean(), breached: Type.Boolean() })),
  photos: Type.Array(Photo),
  steps: Type.Array(Step),
  rating: Nullable(Rating),
  archivedAt: Nullable(Instant, { description: 'answered, and the days are over in which it may be handled again' }),
  /** How many residents have the same trouble, this one included. */
  residents: Type.Integer(),
  /** The number of the matter that this one was joined to. */
  joinedTo: Nullable(Type.String()),
  petition: Nullable(PetitionOfMatter, { description: 'of a petition matter of my own' }),
  may: May,
  version: Type.Integer(),
})

export const readMatter = contract('readMatter', {
  summary: 'One of my matters, or a public one, step by step',
  params: InCountyWithId,
  reply: Matter,
})

export const readMatterPhoto = contract('readMatterPhoto', {
  summary: 'A photo of a matter that I may see',
  params: words({ county: Region, id: Id, photo: Id }),
  query: PhotoSize,
  reply: Type.Unknown(),
})

export const addToMatter = contract('addToMatter', {
  summary: 'Add words or photos to my matter; answers the question when one was asked. The Idempotency-Key is the addition’s id',
  params: InCountyWithId,
  body: words({ words: Words, photos: PhotoIds }),
  reply: Done,
  refusals: ['case.not_open', 'appeal.too_many_photos', 'photo.not_yours', 'photo.used', 'key_missing', 'key_used_otherwise'],
})

export const coverWords = contract('coverWords', {
  summary: 'Cover parts of what I said in my matter, wherever they stand in it. What stood there is kept sealed; opening it is recorded and shown to me',
  params: InCountyWithId,
  body: words({ parts: Type.Array(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }), { minItems: 1, maxItems: 100 }) }),
  reply: Done,
  refusals: ['matter.nothing_to_cover'],
})

export const withdrawMatter = contract('withdrawMatter', {
  summary: 'Withdraw my matter before it is closed',
  params: InCountyWithId,
  body: words({ words: Type.Optional(ShortWords) }),
  reply: Done,
  refusals: ['case.too_late_to_withdraw'],
})

export const joinMatter = contract('joinMatter', {
  summary: 'Me too: the same trouble as a public matter. It makes a matter of my own, joined to that one, with an answer and a rating of its own',
  params: InCountyWithId,
  body: words({ words: Type.Optional(Words) }),
  reply: words({ id: Id, county: Region, number: Type.String() }),
  refusals: ['key_missing', 'key_used_otherwise', 'case.not_open', 'case.joined_already', 'consent.needed'],
})

export const reopenMatter = contract('reopenMatter', {
  summary: 'Not solved: have it handled again, once as of right',
  params: InCountyWithId,
  body: words({ words: ShortWords }),
  reply: Done,
  refusals: ['case.not_answered', 'case.reopened_already', 'case.too_late_to_reopen', 'case.under_review'],
})

export const rateMatter = contract('rateMatter', {
  summary: 'Was I contacted, is it solved, am I satisfied',
  params: InCountyWithId,
  body: Rating,
  reply: Done,
  refusals: ['case.not_answered', 'case.already_rated'],
})

export type CaseState = Static<typeof CaseState>
export type Category = Static<typeof Category>
export type MatterRow = Static<typeof MatterRow>
export type PublicMatterRow = Static<typeof PublicMatterRow>
export type Matter = Static<typeof Matter>
export type Step = Static<typeof Step>
export type Rating = Static<typeof Rating>
export type Publicity = Static<typeof Publicity>
