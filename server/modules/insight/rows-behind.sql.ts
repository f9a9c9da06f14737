import sql, { type Sql } from 'sql-template-tag'
import { ages, type FigureKey } from '#contract/figure-keys.ts'
import { markKinds, type MarkKind } from './figure.ts'
import { minutesOf } from './figure.sql.ts'
import { daysAgo, desk, during, holder, withinScope, type Counting } from './narrow.sql.ts'
import type { Stretch } from './period.ts'

/** Where the rows behind a key stand, and by which time they are ordered. */
export interface Behind {
  from: 'cases' | 'marks'
  at: Sql
  minutes: Sql
  where: Sql
}

/** The rows that a key counts, one by one: the same that are added up in figure.sql.ts, which a test holds them to. */
export function behind(key: FigureKey, scope: Counting, period: Stretch, now: Date, over: number | undefined): Behind {
  const [head, rest = ''] = key.split('.') as [string, string | undefined]
  const kind = kindOf(head, rest)
  if (kind) {
    return { from: 'marks', at: sql`row.at`, minutes: sql`null::integer`, where: sql`${withinScope(scope, holder)} and ${during(sql`row.at`, period)} and row.kind = ${kind} ${markOf(kind, rest)}` }
  }
  const cases = (at: Sql, where: Sql, minutes: Sql = sql`null::integer`): Behind => ({ from: 'cases', at, minutes, where: sql`${withinScope(scope, desk)} and ${where}` })
  if (head === 'received') return cases(sql`row.received_at`, sql`${during(sql`row.received_at`, period)} ${repeatOf(rest)}`)
  if (head === 'open') return cases(sql`row.received_at`, sql`row.is_open ${ageOf(key, now)}`)
  const closed = during(sql`row.closed_at`, period)
  if (head === 'closed') return cases(sql`row.closed_at`, sql`${closed} ${rest === 'excluded' ? sql`and row.is_excluded` : sql``}`, sql`row.to_close`)
  const minutes = minutesOf[rest as keyof typeof minutesOf]
  return cases(sql`row.closed_at`, sql`${closed} and not row.is_excluded and ${minutes} >= ${over ?? 0}`, minutes)
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
