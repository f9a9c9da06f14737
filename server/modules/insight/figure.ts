import type { FigureKey } from '#contract/figure-keys.ts'

/** Some of what was counted: which keys it adds to, when, for whom. What it was not counted by is null. */
export interface Counted {
  keys: readonly FigureKey[]
  /** 0: in the period before; from 1 on the part of the period. */
  part: number | null
  body: string | null
  category: string | null
  channel: string | null
  /** One level below the place that was asked for; 0: it is not known where. */
  place: number | null
  count: number
}

export type Counts = Partial<Record<FigureKey, number>>

/** Marks that are kept or missed, in time or late, each with the two keys besides `all`. */
const twoOf = {
  reply: ['reply.onTime', 'reply.late'],
  start: ['start.onTime', 'start.late'],
  resolve: ['resolve.onTime', 'resolve.late'],
  task: ['task.onTime', 'task.late'],
  dispatch: ['dispatch.right', 'dispatch.missed'],
  exclusion: ['exclusion.granted', 'exclusion.refused'],
} as const satisfies Record<string, readonly [FigureKey, FigureKey]>

export const markKinds = ['reply', 'start', 'resolve', 'task', 'return', 'dispatch', 'reopen', 'claim', 'rating', 'sample', 'recall', 'exclusion'] as const
export type MarkKind = (typeof markKinds)[number]

/** What counts once, as far as it tells the keys. */
export interface Marked {
  kind: MarkKind
  late: boolean
  is_excluded: boolean
  solved: string | null
  satisfied: number | null
  contacted: boolean | null
  /** Of a claim what it says, of a reopening who had it opened again. */
  sort: string | null
}

/** Who had a case opened again, each with its key. */
const reopeners: Record<string, FigureKey> = {
  resident: 'reopen.byResident', review: 'reopen.byReview', callback: 'reopen.byCallBack', supervision: 'reopen.bySupervision', desk: 'reopen.byDesk',
}

const claims = ['solved', 'explained', 'refused', 'planned'] as const

/** What a clock, a return, a dispatch, a reopening, a claim, a verdict, a call-back or a ruling adds to. Of an excluded case nothing but that it was left out. */
export function keysOfMark(mark: Marked): FigureKey[] {
  const { kind, late, is_excluded, solved, satisfied, sort } = mark
  if (kind === 'exclusion') return ['exclusion.all', twoOf.exclusion[late ? 1 : 0]]
  if (kind === 'claim') return is_excluded ? [] : ['closed.stated', ...claims.flatMap((one) => (one === sort ? [`closed.${one}` as const] : []))]
  if (kind === 'rating') return is_excluded ? ['rated.excluded'] : keysOfRating(mark)
  if (is_excluded) return [`${kind}.excluded`]
  if (kind === 'return') return ['return.all']
  if (kind === 'reopen') return ['reopen.all', ...(reopeners[sort ?? ''] ? [reopeners[sort!]!] : [])]
  if (kind !== 'sample' && kind !== 'recall') return [`${kind}.all`, twoOf[kind][late ? 1 : 0]]
  if (solved === null) return [`${kind}.all`]
  return [`${kind}.all`, `${kind}.reached`, `${kind}.${solvedAs(solved)}`, ...((satisfied ?? 0) >= 4 ? [`${kind}.satisfied` as const] : [])]
}

/** What a case that came in adds to. */
export function keysOfReceived({ by_caller, by_place }: { by_caller: boolean; by_place: boolean }): FigureKey[] {
  return ['received', ...(by_caller ? ['received.byCaller' as const] : []), ...(by_place ? ['received.byPlace' as const] : [])]
}

/** What a case adds to when it is closed for the first time. */
export const keysOfClosed = ({ is_excluded }: { is_excluded: boolean }): FigureKey[] => (is_excluded ? ['closed', 'closed.excluded'] : ['closed'])

function keysOfRating({ contacted, solved, satisfied }: Marked): FigureKey[] {
  const grade = satisfied ?? 0
  return [
    'rated',
    contacted ? 'rated.contacted' : 'rated.notContacted',
    `rated.${solvedAs(solved ?? 'no')}`,
    grade >= 4 ? 'rated.satisfied' : grade === 3 ? 'rated.middling' : 'rated.unsatisfied',
  ]
}

const solvedAs = (solved: string) => (solved === 'yes' ? 'solved' : solved === 'partly' ? 'partly' : 'unsolved')

/** Adds up what was counted. */
export function sumOf(counted: readonly Counted[]): Counts {
  const sums: Counts = {}
  for (const { keys, count } of counted) for (const key of keys) sums[key] = (sums[key] ?? 0) + count
  return sums
}

/** Adds up by a name, such as the body; what has no such name is left out. */
export function sumsBy<Name>(counted: readonly Counted[], nameOf: (one: Counted) => Name | null): Map<Name, Counts> {
  const groups = new Map<Name, Counted[]>()
  for (const one of counted) {
    const name = nameOf(one)
    if (name === null) continue
    const group = groups.get(name)
    if (group) group.push(one)
    else groups.set(name, [one])
  }
  return new Map([...groups].map(([name, group]) => [name, sumOf(group)]))
}
