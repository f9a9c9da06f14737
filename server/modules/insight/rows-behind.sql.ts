import sql, { type Sql } from 'sql-template-tag'
import { ages, type spanSteps, type FigureKey } from '#contract/figure-keys.ts'
import { markKinds, type MarkKind } from './figure.ts'
import { daysAgo, desk, during, holder, withinScope, type Counting } from './narrow.sql.ts'
import type { Stretch } from './period.ts'

/** Where the rows behind a key stand, and by which time they are ordered. */
export interface Behind {
  from: 'cases' | 'marks'
  at: Sql
  minutes: Sql
  where: Sql
}

/** The columns of the time from receipt to each step. */
export const minutesOf = {
  reply: sql`row.to_reply`, dispatch: sql`row.to_dispatch`, start: sql`row.to_start`, report: sql`row.to_report`, close: sql`row.to_close`, answer: sql`row.to_answer`,
} as const satisfies Record<(typeof spanSteps)[number], Sql>

/** Where rows stand, by which time and for which body they count. */
export const sources = {
  marks: { from: 'marks', at: sql`row.at`, body: holder },
  received: { from: 'cases', at: sql`row.received_at`, body: desk },
  closed: { from: 'cases', at: sql`row.closed_at`, body: desk },
} as const satisfies Record<string, { from: Behind['from']; at: Sql; body: Sql }>

/** Which rows a key of what happened counts. Undefined for what is open now, and for lengths of time. */
export function countingOf(key: FigureKey): { source: keyof typeof sources; where: Sql } | undefined {
  const [head, rest = ''] = key.split('.') as [string, string | undefined]
  const kind = kindOf(head, rest)
  if (kind) return { source: 'marks', where: sql`row.kind = ${kind} ${markOf(kind, rest)}` }
  if (head === 'received') return { source: 'received', where: sql`true ${repeatOf(rest)}` }
  return head === 'closed' ? { source: 'closed', where: rest === 'excluded' ? sql`row.is_excluded` : sql`true` } : undefined
}

/** The rows that a key counts, one by one: the same that are added up in figure.sql.ts, which a test holds them to. */
export function behind(key: FigureKey, scope: Counting, period: Pick<Stretch, 'start' | 'end'>, now: Date, over: number | undefined): Behind {
  const counting = countingOf(key)
  if (counting) {
    const { from, at, body } = sources[counting.source]
    const minutes = counting.source === 'closed' ? minutesOf.close : sql`null::integer`
    return { from, at, minutes, where: sql`${withinScope(scope, body)} and ${during(at, period)} and ${counting.where}` }
  }
  const cases = (at: Sql, minutes: Sql, where: Sql): Behind => ({ from: 'cases', at, minutes, where: sql`${withinScope(scope, desk)} and ${where}` })
  if (key.startsWith('open')) return cases(sql`row.received_at`, sql`null::integer`, sql`row.is_open ${ageOf(key, now)}`)
  const minutes = minutesOf[key.slice('spans.'.length) as keyof typeof minutesOf]
  return cases(sql`row.closed_at`, minutes, sql`${during(sql`row.closed_at`, period)} and not row.is_excluded and ${minutes} >= ${over ?? 0}`)
}

/** What bodies claim stands with the closings, what residents say by itself. */
function kindOf(head: string, rest: string): MarkKind | undefined {
  if (head === 'rated') return 'rating'
  if (head === 'closed') return rest === '' || rest === 'excluded' ? undefined : 'claim'
  return markKinds.find((one) => one === head)
}

const reopenedBy: Record<string, string> = { byResident: 'resident', byReview: 'review', byCallBack: 'callback', bySupervision: 'supervision', byDesk: 'desk' }

function markOf(kind: MarkKind, rest: string): Sql {
  if (rest === 'excluded') return sql`and row.is_excluded`
  const counts = kind === 'exclusion' ? sql`` : sql`and not row.is_excluded`
  if (kind === 'claim') return rest === 'stated' ? counts : sql`${counts} and row.sort = ${rest}`
  if (kind === 'reopen' && rest !== 'all') return sql`${counts} and row.sort = ${reopenedBy[rest] ?? ''}`
  switch (rest) {
    case 'late': case 'missed': case 'refused': return sql`${counts} and row.late`
    case 'onTime': case 'right': case 'granted': return sql`${counts} and not row.late`
    case 'reached': return sql`${counts} and row.solved is not null`
    case 'satisfied': return sql`${counts} and row.satisfied >= 4`
    case 'solved': return sql`${counts} and row.solved = 'yes'`
    case 'partly': return sql`${counts} and row.solved = 'partly'`
    case 'unsolved': return sql`${counts} and row.solved = 'no'`
    case 'middling': return sql`${counts} and row.satisfied = 3`
    case 'unsatisfied': return sql`${counts} and row.satisfied < 3`
    case 'contacted': return sql`${counts} and row.contacted`
    case 'notContacted': return sql`${counts} and not row.contacted`
    default: return counts
  }
}

function repeatOf(rest: string): Sql {
  if (rest === 'byCaller') return sql`and row.by_caller`
  return rest === 'byPlace' ? sql`and row.by_place` : sql``
}

function ageOf(key: FigureKey, now: Date): Sql {
  const age = ages.find((one) => one.key === key)
  if (!age) return sql``
  const younger = age.to === null ? sql`` : sql`and row.received_at >= ${daysAgo(now, age.to)}`
  return age.from === 0 ? younger : sql`and row.received_at < ${daysAgo(now, age.from)} ${younger}`
}
