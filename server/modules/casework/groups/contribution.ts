import type { FactKind } from '#server/facts/index.ts'
import type { CaseDetail } from '../cases/event.ts'

/** What one body did for a case that it handled with others. */
export interface Contribution {
  body: string
  persons: string[]
  notes: number
  photos: number
  ticked: number
  reported: boolean
}

interface Told {
  kind: FactKind
  person: string | null
  body: string | null
  detail: unknown
}

/**
 * Who contributed what, from the trail alone, since the first group was formed: it stays when the group is gone.
 * @param photosOf how many photos an entry has
 */
export function contributionsOf(trail: readonly Told[], bodies: readonly string[], photosOf: (entry: string) => number): Contribution[] {
  const first = trail.findIndex(({ detail }) => (detail as CaseDetail).to?.group)
  const since = first < 0 ? [] : trail.slice(first)
  return bodies.map((body) => {
    const own = since.filter((fact) => fact.body === body && fact.person !== null)
    const entries = own.filter(({ kind }) => said.has(kind)).flatMap(({ detail }) => (detail as CaseDetail).entry ?? [])
    const count = (kind: FactKind) => own.filter((fact) => fact.kind === kind).length
    return {
      body,
      persons: [...new Set(own.flatMap((fact) => fact.person ?? []))],
      notes: count('case.noted') + count('case.told'),
      photos: entries.reduce((sum, entry) => sum + photosOf(entry), 0),
      ticked: Math.max(0, count('group.item_ticked') - count('group.item_unticked')),
      reported: count('task.reported') > 0,
    }
  })
}

const said: ReadonlySet<FactKind> = new Set(['case.noted', 'case.told', 'task.reported'])

/** How often a group was formed on the case. */
export const timesFormed = (trail: readonly Told[]): number =>
  new Set(trail.flatMap(({ detail }) => (detail as CaseDetail).to?.group?.id ?? [])).size
