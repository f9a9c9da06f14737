import { Type, type Static, type TProperties, type TSchema } from 'typebox'
import { contract, words } from './operation.ts'
import { policyFieldKeys, policyFields, type PolicyField, type PolicySet as SetOfFields, type PolicyValue, type SpanField } from './policy-fields.ts'
import { Id, InBoth, InCounty, Instant, NamedRegion, Nullable, OneOf, Region } from './wire.ts'

/** One of the units, and no other. */
const spanOf = ({ units, max }: SpanField) => Type.Object(
  Object.fromEntries(units.map((unit) => [unit, Type.Optional(Type.Integer({ minimum: 1, maximum: max }))])),
  { additionalProperties: false, minProperties: 1, maxProperties: 1 },
)

function schemaOf(key: PolicyField): TSchema {
  const field = policyFields[key]
  if (field.kind === 'span') return spanOf(field)
  if (field.kind === 'choice') return OneOf(field.choices)
  if (field.kind === 'yesno') return Type.Boolean()
  return field.kind === 'count' ? Type.Integer({ minimum: field.min, maximum: field.max }) : Type.Number({ minimum: field.min, maximum: field.max })
}

const sets = Object.fromEntries(policyFieldKeys.map((key) => [key, Type.Optional(schemaOf(key))])) as TProperties

export const PolicySet = Type.Unsafe<SetOfFields>(words(sets))
const Field = OneOf(policyFieldKeys)
/** A time, a choice, a number, yes or no; the field says which. */
const Value = Type.Unsafe<PolicyValue>({})
const CategoryKey = Type.String({ minLength: 1, maxLength: 40 })

/** Where a layer of the rules holds: null is everywhere in the county, or for every category. */
const Holds = { town: Nullable(Region), category: Nullable(CategoryKey) }
const HoldsNamed = { ...Holds, townName: Nullable(InBoth), categoryName: Nullable(InBoth) }

/** Rules of one place and category. A locked field can't be set by a narrower layer. */
export const PolicyLayer = words({ ...Holds, set: PolicySet, locked: Type.Array(Field, { uniqueItems: true, maxItems: policyFieldKeys.length }) })
const NamedLayer = words({ ...HoldsNamed, set: PolicySet, locked: Type.Array(Field) })

export const layersMax = 500
export const layerFaults = ['twice', 'locked_above', 'town_unknown', 'category_unknown'] as const
/** What keeps a draft from being published. */
const LayerFault = words({ ...HoldsNamed, code: OneOf(layerFaults), field: Nullable(Field) })

/** One difference between two versions. */
const PolicyChange = words({
  ...HoldsNamed, field: Field,
  before: Nullable(Value, { description: 'null: not set by this layer' }), after: Nullable(Value),
  lockedBefore: Type.Boolean(), lockedAfter: Type.Boolean(),
})

/** in_force, coming, past; replaced: a later version took its place before its day came. */
export const BookState = OneOf(['in_force', 'coming', 'past', 'replaced'])

/** What is said of every published version of a book. */
export const VersionOf = {
  version: Type.Integer(),
  note: Type.String(),
  by: Nullable(Type.String(), { description: 'the name of who published it; null: it came with the installation' }),
  publishedAt: Instant,
  effectiveFrom: Instant,
  state: BookState,
}

/** What is said of every draft. Its ETag is its version; a county has one at a time. */
export const DraftOf = {
  version: Type.Integer(),
  exists: Type.Boolean({ description: 'false: nobody has begun one, and this is the latest version as it stands' }),
  basedOn: Type.Integer({ description: 'the latest published version' }),
  changedAt: Nullable(Instant),
  changedBy: Nullable(Type.String()),
}

export const Publishing = words({
  note: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S', description: 'what changes, and why' }),
  effectiveFrom: Type.Optional(Instant),
})
export const Published = words({ published: Type.Integer(), effectiveFrom: Instant })
export const draftRefusals = ['version_missing', 'changed_meanwhile'] as const
export const publishRefusals = [...draftRefusals, 'key_missing', 'key_used_otherwise', 'book.no_draft', 'book.in_the_past', 'book.has_faults'] as const

export const readPolicy = contract('readPolicy', {
  summary: 'The rules for a town and a category on a day: each field, the layer that it comes from, and whether narrower layers may change it',
  params: InCounty,
  query: words({ town: Type.Optional(Region), category: Type.Optional(CategoryKey), at: Type.Optional(Instant) }),
  reply: words({
    book: Type.Integer({ description: 'the version; 0: none is published, the rules are those of the product' }),
    effectiveFrom: Nullable(Instant),
    fields: Type.Array(words({
      field: Field, value: Value,
      layer: Nullable(words(HoldsNamed), { description: 'null: the default of the product' }), locked: Type.Boolean(),
    })),
  }),
  refusals: ['region.not_found', 'category.not_found'],
})

export const listPolicyVersions = contract('listPolicyVersions', {
  summary: 'Every published version of the rules, newest first, with what it changed',
  params: InCounty,
  reply: words({ items: Type.Array(words({ ...VersionOf, changes: Type.Array(PolicyChange) })) }),
})

export const readPolicyDraft = contract('readPolicyDraft', {
  summary: 'The draft of the rules, with its differences to the latest version and what keeps it from being published',
  params: InCounty,
  reply: words({ ...DraftOf, layers: Type.Array(NamedLayer), changes: Type.Array(PolicyChange), faults: Type.Array(LayerFault) }),
})

export const savePolicyDraft = contract('savePolicyDraft', {
  summary: 'Save the draft as a whole. If-Match is its version; of two who save, the second learns that it changed',
  params: InCounty,
  body: words({ layers: Type.Array(PolicyLayer, { maxItems: layersMax }) }),
  reply: words({ version: Type.Integer() }),
  refusals: [...draftRefusals],
})

export const dropPolicyDraft = contract('dropPolicyDraft', {
  summary: 'Throw the draft away: the published rules stand',
  params: InCounty,
  reply: words({ version: Type.Integer() }),
  refusals: [...draftRefusals, 'book.no_draft'],
})

const Late = { all: Type.Integer(), moved: Type.Integer(), newlyLate: Type.Integer(), noLongerLate: Type.Integer() }

export const tryPolicyDraft = contract('tryPolicyDraft', {
  summary: 'What the draft would have meant for past cases, compared with the latest version. Changes nothing',
  params: InCounty,
  body: words({ months: Type.Optional(Type.Integer({ minimum: 1, maximum: 24, default: 6 })) }),
  reply: words({
    cases: Type.Integer({ description: 'looked at: the newest, at most 5,000' }),
    since: Nullable(Instant),
    isCut: Type.Boolean({ description: 'there were more' }),
    moved: Type.Integer({ description: 'cases with at least one other due time' }),
    newlyLate: Type.Integer({ description: 'cases with a clock that would have run out and did not' }),
    noLongerLate: Type.Integer(),
    clocks: Type.Array(words({ field: Field, ...Late })),
    gates: Type.Array(words({ field: Field, all: Type.Integer(), before: Type.Integer({ description: 'cases that pass the gate by the latest version' }), after: Type.Integer() })),
    examples: Type.Array(words({
      id: Id, number: Type.String(), field: Field, town: Nullable(NamedRegion), category: Nullable(InBoth),
      dueBefore: Instant, dueAfter: Instant, lateBefore: Type.Boolean(), lateAfter: Type.Boolean(),
    }), { description: 'at most twenty, those that would be late or no longer late first' }),
  }),
})

export const publishPolicies = contract('publishPolicies', {
  summary: 'Publish the draft as the next version, from now or from a later time on. Cases keep the version that they began under',
  params: InCounty,
  body: Publishing,
  reply: Published,
  refusals: [...publishRefusals],
})

export type PolicyLayer = Static<typeof PolicyLayer>
export type NamedLayer = Static<typeof NamedLayer>
export type LayerFault = Static<typeof LayerFault>
export type PolicyChange = Static<typeof PolicyChange>
export type BookState = Static<typeof BookState>
