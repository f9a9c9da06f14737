import { Type, type Static } from 'typebox'
import { tableFile } from './files.ts'
import { contract, words } from './operation.ts'
import { draftRefusals, DraftOf, Published, Publishing, publishRefusals, VersionOf } from './policies.ts'
import { Day, Id, InBoth, InCounty, InCountyWithId, Instant, NamedBody, Nullable, OneOf, Region, ShortWords } from './wire.ts'

const CategoryKey = Type.String({ minLength: 1, maxLength: 40 })
const OwnerKey = Type.String({ minLength: 1, maxLength: 40 })

export const entriesMax = 10_000
export const routingFileBytesMax = 700 * 1024

/** Whose body leads: for a category, a place, an owner of the asset, between two days (both included). Null: any. */
const Narrowed = {
  category: Nullable(CategoryKey),
  place: Nullable(Region, { description: 'a town or a village' }),
  owner: Nullable(OwnerKey),
  from: Nullable(Day),
  until: Nullable(Day),
}

export const RoutingEntry = words({
  ...Narrowed,
  lead: Id,
  assists: Type.Array(Id, { maxItems: 10, uniqueItems: true }),
  ground: Nullable(Type.String({ maxLength: 500 }), { description: 'the law or the list of duties that says so' }),
})

const ListedBody = words({ ...NamedBody.properties, isOpen: Type.Boolean() })

/** An entry with the names of what it names. */
export const NamedEntry = words({
  id: Id, ...Narrowed,
  categoryName: Nullable(InBoth), placeName: Nullable(InBoth), ownerName: Nullable(InBoth),
  lead: ListedBody, assists: Type.Array(ListedBody), ground: Nullable(Type.String()),
})

/** A kind of owner of what is broken: municipal, property manager, power company … */
const Owner = words({ key: OwnerKey, name: InBoth })
/** What bodies below must have tried, and what they must say, before they send a matter up 上报指引. */
const Guide = words({ category: Nullable(CategoryKey), words: ShortWords })

export const RoutingTerms = words({
  owners: Type.Array(Owner, { maxItems: 30 }),
  guides: Type.Array(Guide, { maxItems: 300 }),
  backstop: Nullable(Id, { description: 'who holds a matter that nobody is named for and no desk can place' }),
})

export const entryFaults = [
  'twice', 'lead_closed', 'assist_closed', 'lead_assists', 'category_unknown', 'place_unknown', 'owner_unknown', 'dates', 'backstop_closed', 'guide_twice', 'owner_twice',
] as const
const EntryFault = words({ entry: Nullable(Id), code: OneOf(entryFaults), body: Nullable(InBoth) })

const RoutingChange = words({ kind: OneOf(['added', 'removed', 'changed']), before: Nullable(NamedEntry), after: Nullable(NamedEntry) })
const Changes = {
  changes: Type.Array(RoutingChange, { description: 'at most 200' }),
  changed: words({ added: Type.Integer(), removed: Type.Integer(), changed: Type.Integer(), terms: Type.Array(OneOf(['owners', 'guides', 'backstop'])) }),
}

/** Why somebody is proposed. `holder`: an entry names the lead; nobody does, so the desk keeps it; or the backstop must. */
export const Route = words({
  book: Type.Integer({ description: 'the version; 0: no catalogue is published' }),
  holder: OneOf(['entry', 'desk', 'backstop', 'nobody']),
  entry: Nullable(NamedEntry),
  lead: Nullable(NamedBody),
  assists: Type.Array(NamedBody),
  backstop: Nullable(NamedBody),
  passedOver: Type.Array(NamedEntry, { description: 'entries that would have come first, but their lead is closed' }),
  owners: Type.Array(words({ ...Owner.properties, lead: NamedBody }), { description: 'kinds of owner that would lead elsewhere, where it is not said whose it is' }),
  guide: Nullable(Type.String(), { description: 'what must be said before it is sent up' }),
})

const InBook = { owners: Type.Array(Owner), guides: Type.Array(words({ ...Guide.properties, categoryName: Nullable(InBoth) })), backstop: Nullable(ListedBody), entries: Type.Array(NamedEntry) }
const InEntry = words({ county: Region, id: Id })
const Saved = words({ version: Type.Integer() })

export const readRoute = contract('readRoute', {
  summary: 'Whom the catalogue names for a case within my reach, and why',
  params: InCountyWithId,
  query: words({ owner: Type.Optional(OwnerKey) }),
  reply: Route,
})

export const findRoute = contract('findRoute', {
  summary: 'Whom the catalogue names for a category, a place, an owner and a day; of the draft where it is asked for',
  params: InCounty,
  query: words({
    category: Type.Optional(CategoryKey), place: Type.Optional(Region), owner: Type.Optional(OwnerKey), day: Type.Optional(Day), draft: Type.Optional(Type.Boolean()),
  }),
  reply: Route,
  refusals: ['category.not_found', 'region.not_found', 'not_allowed'],
})

export const readRouting = contract('readRouting', {
  summary: 'The routing catalogue in force',
  params: InCounty,
  reply: words({ book: Type.Integer(), effectiveFrom: Nullable(Instant), ...InBook }),
})

export const listRoutingVersions = contract('listRoutingVersions', {
  summary: 'Every published version of the catalogue, newest first, with what it changed',
  params: InCounty,
  reply: words({ items: Type.Array(words({ ...VersionOf, entries: Type.Integer(), ...Changes })) }),
})

export const readRoutingDraft = contract('readRoutingDraft', {
  summary: 'The draft of the catalogue, with its differences to the latest version and what keeps it from being published',
  params: InCounty,
  reply: words({ ...DraftOf, ...InBook, ...Changes, faults: Type.Array(EntryFault) }),
})

export const saveRoutingEntry = contract('saveRoutingEntry', {
  summary: 'Add an entry to the draft, or put it in the place of the one with this id. If-Match is the draft’s version',
  params: InEntry,
  body: RoutingEntry,
  reply: Saved,
  refusals: [...draftRefusals, 'book.too_many'],
})

export const removeRoutingEntry = contract('removeRoutingEntry', {
  summary: 'Take an entry out of the draft',
  params: InEntry,
  reply: Saved,
  refusals: [...draftRefusals],
})

export const saveRoutingTerms = contract('saveRoutingTerms', {
  summary: 'The kinds of owner, the guides for sending up and the backstop body of the draft',
  params: InCounty,
  body: RoutingTerms,
  reply: Saved,
  refusals: [...draftRefusals],
})

export const dropRoutingDraft = contract('dropRoutingDraft', {
  summary: 'Throw the draft away: the published catalogue stands',
  params: InCounty,
  reply: Saved,
  refusals: [...draftRefusals, 'book.no_draft'],
})

export const rowFaultsOfRouting = [
  'unreadable', 'category_unknown', 'category_several', 'place_unknown', 'place_several', 'owner_unknown', 'day_unreadable', 'lead_missing', 'body_unknown', 'body_several', 'twice', 'too_long',
] as const

export const importRouting = contract('importRouting', {
  summary: 'Entries from a spreadsheet in the place of those of the draft. One bad row and nothing is taken; each is named with every reason',
  params: InCounty,
  body: words(tableFile),
  reply: words({
    version: Type.Integer(),
    entries: Type.Integer(),
    bad: Type.Array(words({ line: Type.Integer(), faults: Type.Array(words({ code: OneOf(rowFaultsOfRouting), column: Nullable(Type.String()), text: Nullable(Type.String()) })) })),
  }),
  refusals: [...draftRefusals, 'book.file_unreadable', 'book.too_many'],
})

export const exportRouting = contract('exportRouting', {
  summary: 'The entries in force, or of the draft, as CSV in the columns that importRouting reads',
  params: InCounty,
  query: words({ draft: Type.Optional(Type.Boolean()) }),
  reply: Type.Unknown(),
  refusals: ['not_allowed'],
})

const Matched = { cases: Type.Integer(), solved: Type.Integer(), elsewhere: Type.Integer(), nobodyBefore: Type.Integer(), nobodyAfter: Type.Integer(), rightBefore: Type.Integer(), rightAfter: Type.Integer() }

export const tryRoutingDraft = contract('tryRoutingDraft', {
  summary: 'Where closed cases would have gone by the draft and by the latest version, and how often that is who solved them',
  params: InCounty,
  body: words({ months: Type.Optional(Type.Integer({ minimum: 1, maximum: 24, default: 6 })) }),
  reply: words({
    ...Matched,
    since: Nullable(Instant),
    isCut: Type.Boolean(),
    categories: Type.Array(words({ key: Nullable(Type.String()), name: Nullable(InBoth), ...Matched }), { description: 'those with most that would go elsewhere first, at most fifty' }),
    examples: Type.Array(words({ id: Id, number: Type.String(), category: Nullable(InBoth), before: Nullable(NamedBody), after: Nullable(NamedBody), solvedBy: Nullable(NamedBody) })),
  }),
})

export const publishRouting = contract('publishRouting', {
  summary: 'Publish the draft of the catalogue as the next version, from now or from a later time on',
  params: InCounty,
  body: Publishing,
  reply: Published,
  refusals: [...publishRefusals],
})

export type RoutingEntry = Static<typeof RoutingEntry>
export type NamedEntry = Static<typeof NamedEntry>
export type RoutingTerms = Static<typeof RoutingTerms>
export type Route = Static<typeof Route>
export type RowFaultOfRouting = (typeof rowFaultsOfRouting)[number]
