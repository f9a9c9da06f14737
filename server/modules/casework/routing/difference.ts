import type { Catalogue, Entry } from './route.ts'

export interface Difference {
  kind: 'added' | 'removed' | 'changed'
  before: Entry | null
  after: Entry | null
}

export type Term = 'owners' | 'guides' | 'backstop'

/** What a catalogue changes of the one before it: entries by their id, and which of the rest. */
export function differencesOf(before: Catalogue, after: Catalogue): { entries: Difference[]; terms: Term[] } {
  const [old, next] = [byId(before), byId(after)]
  const entries: Difference[] = []
  for (const entry of after.entries) {
    const was = old.get(entry.id)
    if (!was) entries.push({ kind: 'added', before: null, after: entry })
    else if (!isSame(was, entry)) entries.push({ kind: 'changed', before: was, after: entry })
  }
  for (const entry of before.entries) if (!next.has(entry.id)) entries.push({ kind: 'removed', before: entry, after: null })
  const terms = (['owners', 'guides', 'backstop'] as const).filter((term) => !isSame(before[term], after[term]))
  return { entries, terms }
}

const byId = ({ entries }: Catalogue) => new Map(entries.map((entry) => [entry.id, entry]))

/** Stored as JSON, whose keys the database puts into an order of its own. */
const isSame = (one: unknown, other: unknown): boolean => ordered(one) === ordered(other)

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1))) : one)
