import type { CaseLevel } from '#contract/casework.ts'
import type { FactKind } from '#server/facts/index.ts'
import type { CaseDetail } from '../cases/event.ts'
import type { Task } from '../tasks/task.ts'

interface Told {
  seq: number
  kind: FactKind
  detail: unknown
}

/** How one case went until it was closed for the first time. */
export interface Handling {
  several: boolean
  returned: boolean
  level: CaseLevel
}

/** Undefined where this closing is not the first: a case counts once. */
export function handlingUntil(trail: readonly Told[], closing: number): Handling | undefined {
  const first = trail.findIndex(({ kind }) => kind === 'case.closed')
  if (first < 0 || trail[first]!.seq !== closing) return undefined
  const until = trail.slice(0, first + 1).map(({ detail }) => detail as CaseDetail)
  const tasks = new Map<string, Task>(until.flatMap(({ tasks: changed = [] }) => changed.map((task) => [task.id, task] as const)))
  const worked = new Set([...tasks.values()].filter((task) => task.state !== 'returned').map((task) => task.body))
  return {
    several: worked.size > 1,
    returned: [...tasks.values()].some((task) => task.state === 'returned'),
    level: until.findLast(({ to }) => to?.level)?.to?.level ?? 'self',
  }
}
