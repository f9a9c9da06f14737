import { Type, type Static } from 'typebox'
import { tableFile } from './files.ts'
import { contract, words } from './operation.ts'
import { draftRefusals, DraftOf, Published, Publishing, publishRefusals, VersionOf } from './policies.ts'
import { codeParts, things } from './site-codes.ts'
import { InBoth, InCounty, Instant, Nullable, OneOf } from './wire.ts'

const Digits = Type.String({ pattern: '^[0-9]{1,8}$' })
const Key = Type.String({ minLength: 1, maxLength: 40 })

export const typesMax = 2_000

export const CodeType = words({
  thing: OneOf(things),
  class: Digits,
  type: Digits,
  className: InBoth,
  name: InBoth,
  category: Key,
  owner: Nullable(Key),
})

/** The parts of a code in the order in which they are written, and the kinds of components 部件 and events 事件. */
export const CodeList = words({
  segments: Type.Array(words({ part: OneOf(codeParts), length: Type.Integer({ minimum: 1, maximum: 12 }) }), { minItems: 1, maxItems: codeParts.length }),
  types: Type.Array(CodeType, { maxItems: typesMax }),
})

export const codeListFaults = ['parts', 'twice', 'class_length', 'type_length', 'category_unknown', 'owner_unknown'] as const
export const codeRowFaults = [
  'unreadable', 'thing_unknown', 'class_missing', 'type_missing', 'not_digits', 'class_length', 'type_length', 'name_missing', 'class_name_missing', 'category_unknown', 'category_several', 'owner_unknown', 'twice', 'too_long',
] as const

export const readCodes = contract('readCodes', {
  summary: 'How the county writes codes of components and events, and what there is of either',
  params: InCounty,
  reply: words({ book: Type.Integer({ description: 'the version; 0: none is published' }), effectiveFrom: Nullable(Instant), county: Type.String({ description: 'the county’s own code, with which every code begins' }), ...CodeList.properties }),
})

export const listCodesVersions = contract('listCodesVersions', {
  summary: 'Every published version of the list, newest first, with how much it changed',
  params: InCounty,
  reply: words({ items: Type.Array(words({ ...VersionOf, types: Type.Integer(), added: Type.Integer(), removed: Type.Integer(), changed: Type.Integer(), segmentsChanged: Type.Boolean() })) }),
})

export const readCodesDraft = contract('readCodesDraft', {
  summary: 'The draft of the list, how many lines it changes, and what keeps it from being published',
  params: InCounty,
  reply: words({
    ...DraftOf, county: Type.String(), ...CodeList.properties, changes: Type.Integer(),
    owners: Type.Array(words({ key: Type.String(), name: InBoth })),
    faults: Type.Array(words({ code: OneOf(codeListFaults), type: Nullable(Type.String(), { description: 'the key of the line; null: of the list as a whole' }) })),
  }),
})

export const saveCodesDraft = contract('saveCodesDraft', {
  summary: 'Save the list as the draft. If-Match is the draft’s version',
  params: InCounty,
  body: CodeList,
  reply: words({ version: Type.Integer() }),
  refusals: [...draftRefusals],
})

export const dropCodesDraft = contract('dropCodesDraft', {
  summary: 'Throw the draft away: the published list stands',
  params: InCounty,
  reply: words({ version: Type.Integer() }),
  refusals: [...draftRefusals, 'book.no_draft'],
})

export const importCodes = contract('importCodes', {
  summary: 'Lines from a table in the place of those of the draft. One bad row and nothing is taken; each is named with every reason',
  params: InCounty,
  body: words(tableFile),
  reply: words({
    version: Type.Integer(),
    types: Type.Integer(),
    bad: Type.Array(words({ line: Type.Integer(), faults: Type.Array(words({ code: OneOf(codeRowFaults), text: Nullable(Type.String()) })) })),
  }),
  refusals: [...draftRefusals, 'book.file_unreadable', 'book.too_many'],
})

export const publishCodes = contract('publishCodes', {
  summary: 'Publish the draft of the list as the next version, from now or from a later time on',
  params: InCounty,
  body: Publishing,
  reply: Published,
  refusals: [...publishRefusals],
})

export type CodeRowFault = (typeof codeRowFaults)[number]
export type CodeListShown = Static<typeof CodeList>
