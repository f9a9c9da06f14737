import type { opinions } from '#contract/casework.ts'
import { moved, reopened, type Deciding } from '../cases/decision.ts'
import type { CaseEvent } from '../cases/event.ts'
import { clocksEnded, join } from '../requests/decision.ts'
import type { Request, Ruling } from '../requests/request.ts'

type Kind = (typeof opinions)[number]

/** To uphold is to refuse what the resident asked for; to have it handled again is to grant it. */
const rulings = { uphold: 'refused', change: 'changed', redo: 'granted' } as const satisfies Record<Kind, Ruling>

/** The opinion of the level above: it stands, it says something else, or the matter is handled again by the body that had it. */
export function opinionGiven(on: Deciding, request: Request, opinion: Kind): CaseEvent {
  const decided: Request = { ...request, ruling: rulings[opinion], ruledAt: on.now.toISOString(), ruledEntry: on.entry ?? null }
  const values = { request: request.kind, opinion }
  const event = opinion === 'redo' ? { ...reopened(on), kind: 'petition.redo_ordered' as const } : moved(on, 'review', 'petition.reviewed', {}, {})
  const told = { ...event, detail: { ...event.detail, other: request.by, values } }
  return join(told, { requests: [decided], clocks: clocksEnded(on, request) })
}
