import type { FigureKey } from '#contract/figure-keys.ts'

/** Some of what was counted: which keys it adds to, when, for whom. */
export interface Counted {
  keys: readonly FigureKey[]
  /** 0: in the period before; from 1 on the part of the period. Null where parts are put together. */
  part: number | null
  body: string | null
  category: string | null
  count: number
}

export type Counts = Partial<Record<FigureKey, number>>

const keysOfKind = {
  reply: ['reply.all', 'reply.onTime', 'reply.late'],
  start: ['start.all', 'start.onTime', 'start.late'],
  resolve: ['resolve.all', 'resolve.onTime', 'resolve.late'],
  task: ['task.all', 'task.onTime', 'task.late'],
  dispatch: ['dispatch.all', 'dispatch.right', 'dispatch.missed'],
} as const satisfies Record<string, readonly FigureKey[]>

export type MarkKind = keyof typeof keysOfKind | 'return'

/** What a clock that was kept or ran out, a returned task, or a dispatch that reached the right body or not, adds to. */
export function keysOfMark(kind: MarkKind, late: boolean): FigureKey[] {
  if (kind === 'return') return ['returned']
  const [all, onTime, isLate] = keysOfKind[kind]
  return [all, late ? isLate : onTime]
}

/** What a closed case adds to: what its bodies say of it. One that came from elsewhere may say nothing. */
export function keysOfClosed(outcome: string | null): FigureKey[] {
  return outcome === null ? ['closed'] : ['closed', 'closed.stated', outcome === 'solved' ? 'closed.solved' : 'closed.other']
}

/** What a resident's verdict adds to. */
export function keysOfRating(contacted: boolean, solved: string, satisfied: number): FigureKey[] {
  return [
    'rated',
    contacted ? 'rated.contacted' : 'rated.notContacted',
    solved === 'yes' ? 'rated.solved' : solved === 'partly' ? 'rated.partly' : 'rated.unsolved',
    satisfied >= 4 ? 'rated.satisfied' : satisfied === 3 ? 'rated.middling' : 'rated.unsatisfied',
  ]
}

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
