import { policyFieldKeys, type PolicyField, type PolicySet, type PolicyValue } from '#contract/policy-fields.ts'
import { defaultRules, type PolicyRules } from '../cases/policy.ts'

/** Rules of one place and category: null is everywhere in the county, or for every category. */
export interface Layer {
  town: number | null
  category: string | null
  set: PolicySet
  /** Fields that no narrower layer may set. */
  locked: readonly PolicyField[]
}

/** A county's whole rule book, in one version. */
export interface RuleBook {
  layers: readonly Layer[]
}

/** For whom rules are asked. `chain`: the category and those above it, the narrowest first; empty where it has none. */
export interface Asked {
  town: number | null
  chain: readonly string[]
}

export interface Decided {
  value: PolicyValue
  /** The layer that says so; undefined: the product's default. */
  layer: Layer | undefined
  /** The layer that lets no narrower one say otherwise. */
  lockedBy: Layer | undefined
}

export type Decisions = Record<PolicyField, Decided>

/**
 * Which layer decides each field. From the widest layer to the narrowest, each overrides those before it, up to a lock.
 * A town's layers are narrower than all of the county's; within both, the deeper category is the narrower one.
 * The order of the layers in the book means nothing, as long as no two hold for the same town and category.
 */
export function decide(book: RuleBook, asked: Asked): Decisions {
  const decisions = Object.fromEntries(policyFieldKeys.map((field) => [field, { value: defaults[field], layer: undefined, lockedBy: undefined }])) as Decisions
  for (const layer of widestFirst(book.layers.filter((one) => holds(one, asked)), asked)) {
    for (const field of policyFieldKeys) {
      if (decisions[field].lockedBy) continue
      const value = layer.set[field]
      if (value !== undefined) decisions[field] = { value, layer, lockedBy: undefined }
      if (layer.locked.includes(field)) decisions[field] = { ...decisions[field], lockedBy: layer }
    }
  }
  return decisions
}

/** The rules of a book for a town and a category. */
export const resolve = (book: RuleBook, asked: Asked): PolicyRules => rulesOf(decide(book, asked))

function holds({ town, category }: Layer, asked: Asked): boolean {
  return (town === null || town === asked.town) && (category === null || asked.chain.includes(category))
}

function widestFirst(layers: readonly Layer[], { chain }: Asked): Layer[] {
  const narrowness = ({ town, category }: Layer) => (town === null ? 0 : chain.length + 1) + (category === null ? 0 : chain.length - chain.indexOf(category))
  return layers.toSorted((a, b) => narrowness(a) - narrowness(b))
}

function rulesOf(of: Decisions): PolicyRules {
  const rules = structuredClone(defaultRules) as unknown as Record<string, unknown>
  for (const field of policyFieldKeys) {
    const [head, rest] = field.split('.') as [string, string | undefined]
    if (rest === undefined) rules[head] = of[field].value
    else (rules[head] as Record<string, unknown>)[rest] = of[field].value
  }
  return rules as unknown as PolicyRules
}

/** The value that a field has in some rules. */
export function valueIn(rules: PolicyRules, field: PolicyField): PolicyValue {
  const [head, rest] = field.split('.') as [string, string | undefined]
  const value = (rules as unknown as Record<string, unknown>)[head]
  return (rest === undefined ? value : (value as Record<string, unknown>)[rest]) as PolicyValue
}

const defaults = Object.fromEntries(policyFieldKeys.map((field) => [field, valueIn(defaultRules, field)])) as Record<PolicyField, PolicyValue>

/** Are two values of a field the same. */
export const isSame = (one: PolicyValue | undefined, other: PolicyValue | undefined): boolean => JSON.stringify(one) === JSON.stringify(other)
