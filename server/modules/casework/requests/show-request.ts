import type { CaseRequest } from '#contract/casework.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { namedBody } from '#server/modules/identity/index.ts'
import type { Bodies } from '../cases/ladder.ts'
import type { Clock } from '../clocks/clock.ts'
import { isOpenRequest, isSettling, type Request } from './request.ts'
import { decidesFor } from './rule-on-case.ts'

interface Seeing {
  bodies: Bodies
  file: { clocks: readonly Clock[] }
  entries: readonly { id: string; words: string | null }[]
  actor: Actor
}

/** A request as staff see it, with the words of both sides. */
export function requestShown(request: Request, { bodies, file, entries, actor }: Seeing): CaseRequest {
  const { wants } = request
  const named = (id: string) => namedBody(bodies.get(id)!)
  const wordsOf = (id: string | null) => entries.find((entry) => entry.id === id)?.words ?? null
  const clock = file.clocks.find((one) => one.request === request.id && one.kind !== 'settle')
  return {
    id: request.id, kind: request.kind, task: request.task, by: named(request.by), of: named(request.of), words: wordsOf(request.entry),
    askedAt: request.askedAt, dueAt: clock?.endedAt ? null : (clock?.dueAt ?? null),
    lead: wants.lead ? named(wants.lead) : null, assists: (wants.assists ?? []).map(named), workingDays: wants.workingDays ?? null, days: wants.days ?? null,
    outcome: wants.outcome ?? null, until: wants.until ?? null, ground: wants.ground ?? null, proposed: wants.proposed ? named(wants.proposed) : null, found: wants.found ?? null, tries: wants.tries ?? 0,
    ruling: request.ruling, ruledAt: request.ruledAt, ruledWords: wordsOf(request.ruledEntry), effectiveAt: request.effectiveAt,
    mine: (isOpenRequest(request) || isSettling(request)) && decidesFor(actor, request.kind).includes(request.of),
  }
}
