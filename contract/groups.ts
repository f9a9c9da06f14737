import { Type, type Static } from 'typebox'
import { tableFile } from './files.ts'
import { contract, words } from './operation.ts'
import { Done, Id, InBoth, InCounty, InCountyWithId, Instant, NamedBody, Nullable, OneOf, Region, ShortWords } from './wire.ts'

const CategoryKey = Type.String({ minLength: 1, maxLength: 40 })

/** What a body may and must do by law 职责清单. */
const RemitLine = words({ words: Type.String(), ground: Type.String() })
export const Remit = words({ id: Id, category: Nullable(Type.String()), categoryName: Nullable(InBoth), ...RemitLine.properties })

/** The task group 任务共同体 of a case. */
export const CaseGroup = words({
  by: InBoth,
  formedAt: Instant,
  dissolvedAt: Nullable(Instant),
  times: Type.Integer({ description: 'how often one was formed on this case' }),
  members: Type.Array(words({
    body: NamedBody,
    role: OneOf(['lead', 'assist']),
    remits: Type.Array(RemitLine, { description: 'what it may do by law in a case of this category' }),
  }), { description: 'the lead first' }),
  items: Type.Array(words({
    id: Id,
    words: Type.String(),
    body: Nullable(NamedBody),
    ticked: Nullable(words({ at: Instant, name: Type.String(), body: InBoth })),
  })),
  contributions: Type.Array(words({
    body: InBoth, names: Type.Array(Type.String()), notes: Type.Integer(), photos: Type.Integer(), ticked: Type.Integer(), reported: Type.Boolean(),
  })),
})

const Acted = words({ version: Type.Integer() })

export const formGroup = contract('formGroup', {
  summary: 'Those at work on the case go on as a task group, with some bodies more; it dissolves by the act that closes the case',
  params: InCountyWithId,
  body: words({ bodies: Type.Array(Id, { maxItems: 20, uniqueItems: true }), instruction: Type.Optional(ShortWords) }),
  reply: Acted,
  refusals: ['version_missing', 'changed_meanwhile', 'case.not_your_desk', 'case.not_dispatched', 'case.body_twice', 'case.body_unknown', 'group.formed_already', 'group.alone'],
})

export const dissolveGroup = contract('dissolveGroup', {
  summary: 'The task group is dissolved by hand, with a reason. The case stays open and each body keeps its task; a group can be formed again',
  params: InCountyWithId,
  body: words({ words: ShortWords }),
  reply: Acted,
  refusals: ['version_missing', 'changed_meanwhile', 'case.not_your_desk', 'group.none', 'group.dissolved'],
})

const inGroup = ['group.none', 'group.dissolved', 'group.not_in_it'] as const

export const addGroupItem = contract('addGroupItem', {
  summary: 'A line more on the group’s checklist, perhaps for one body. The Idempotency-Key is its id',
  params: InCountyWithId,
  body: words({ words: ShortWords, body: Type.Optional(Id) }),
  reply: Acted,
  refusals: [...inGroup, 'group.too_many_items', 'key_missing', 'key_used_otherwise'],
})

export const tickGroupItem = contract('tickGroupItem', {
  summary: 'A line of the checklist is done, or is not after all',
  params: words({ county: Region, id: Id, item: Id }),
  body: words({ done: Type.Boolean() }),
  reply: Acted,
  refusals: [...inGroup, 'group.ticked_already', 'group.not_ticked'],
})

export const listRemits = contract('listRemits', {
  summary: 'What a body may and must do by law',
  params: InCounty,
  query: words({ body: Id }),
  reply: words({ items: Type.Array(Remit) }),
})

export const addRemit = contract('addRemit', {
  summary: 'A line more on a body’s list of duties. The Idempotency-Key is its id',
  params: InCounty,
  body: words({ body: Id, category: Type.Optional(CategoryKey), words: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }), ground: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) }),
  reply: words({ id: Id }),
  refusals: ['remit.there_already', 'case.body_unknown', 'category.not_found', 'key_missing', 'key_used_otherwise'],
})

export const endRemit = contract('endRemit', { summary: 'A line of a list of duties holds no longer', params: InCountyWithId, reply: Done })

export const remitsMax = 3_000
export const rowFaultsOfRemits = [
  'unreadable', 'body_missing', 'body_unknown', 'body_several', 'category_unknown', 'category_several', 'words_missing', 'ground_missing', 'too_long', 'twice',
] as const

export const importRemits = contract('importRemits', {
  summary: 'Lines of lists of duties from a spreadsheet, beside those that stand. One bad row and nothing is taken; each is named with every reason. The same table again changes nothing',
  params: InCounty,
  body: words({
    ...tableFile,
    dryRun: Type.Optional(Type.Boolean({ description: 'say what it would come to, and change nothing' })),
  }),
  reply: words({
    added: Type.Integer(),
    changed: Type.Integer({ description: 'with another ground' }),
    same: Type.Integer(),
    bad: Type.Array(words({ line: Type.Integer(), faults: Type.Array(words({ code: OneOf(rowFaultsOfRemits), column: Nullable(Type.String()), text: Nullable(Type.String()) })) })),
  }),
  refusals: ['book.file_unreadable', 'book.too_many'],
})
export const exportRemits = contract('exportRemits', {
  summary: 'The lists of duties of all open bodies, as CSV in the columns that importRemits reads',
  params: InCounty,
  reply: Type.Unknown(),
})

export type RowFaultOfRemits = (typeof rowFaultsOfRemits)[number]
export type CaseGroup = Static<typeof CaseGroup>
export type Remit = Static<typeof Remit>
