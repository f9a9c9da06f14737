import type { FactKind } from '#server/facts/index.ts'
import { unborn, type CaseFile } from './case.ts'
import type { Clock } from '../clocks/clock.ts'
import type { Request } from '../requests/request.ts'
import type { Task } from '../tasks/task.ts'

/**
 * What a decision makes of a case. It says everything that changed, so the trail alone rebuilds the case; words stay in
 * `entries`, named by id.
 */
export interface CaseEvent {
  kind: FactKind
  detail: CaseDetail
  /** The body on whose behalf time does it. */
  body?: string
}

export interface CaseDetail {
  from?: Whereabouts
  to?: Partial<CaseNow>
  tasks?: readonly Task[]
  clocks?: readonly Clock[]
  requests?: readonly Request[]
  /** The words that go with it. */
  entry?: string
  task?: string
  /** The body that it leads to. */
  other?: string
  /** The desk above, where it should know. */
  above?: string
  values?: Record<string, string>
  /** The grant under which it passed a gate, where that is to be reported (kernel/facts.ts). */
  under?: string
  /** It happened long before it was told (kernel/facts.ts). */
  toldLate?: true
}

export type CaseNow = Pick<CaseFile, 'state' | 'paused' | 'level' | 'desk' | 'category' | 'owner' | 'code' | 'publicity' | 'outcome' | 'policy' | 'petition' | 'excluded' | 'plannedUntil' | 'reopened' | 'master' | 'group'>
export type Whereabouts = Pick<CaseFile, 'state' | 'desk'>

/** The case after an event. */
export function evolve(file: CaseFile, { detail }: Pick<CaseEvent, 'detail'>): CaseFile {
  return {
    ...file,
    ...detail.to,
    version: file.version + 1,
    tasks: replaced(file.tasks, detail.tasks),
    clocks: replaced(file.clocks, detail.clocks),
    requests: replaced(file.requests, detail.requests),
  }
}

/** The case from its first event on. */
export function rebuild(county: number, id: string, events: readonly Pick<CaseEvent, 'detail'>[]): CaseFile {
  return events.reduce(evolve, unborn({ county, id, level: 'self', desk: '', category: null, publicity: 'private', policy: 0 }))
}

function replaced<T extends { id: string }>(all: readonly T[], changed: readonly T[] = []): readonly T[] {
  const byId = new Map(changed.map((one) => [one.id, one]))
  const kept = all.map((one) => byId.get(one.id) ?? one)
  return [...kept, ...changed.filter((one) => !all.some(({ id }) => id === one.id))]
}
