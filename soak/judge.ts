import type { Queryable } from '#server/kernel/database.ts'
import type { Position } from '#server/kernel/facts.ts'
import { numberOf } from '#server/modules/casework/cases/number.ts'
import { toBeTold } from '#server/modules/identity/index.ts'
import type { Heard } from './listen.ts'
import type { Promised } from './load.ts'
import { county } from './people.ts'
import * as rows from './rows.sql.ts'
import type { FactRow } from './rows.sql.ts'

export interface Judged {
  /** Each thing that is not as it was promised. */
  wrong: string[]
  counts: Record<string, number>
}

const shownMax = 5

/** Holds what was promised, and what everybody heard, against the rows, once nobody is at work any more. */
export async function judge(db: Queryable, start: Position, promised: Promised, heard: Heard, isAllStored = true): Promise<Judged> {
  const wrong: string[] = []
  const say = (what: string, found: readonly string[]) => {
    if (found.length > 0) wrong.push(`${what}: ${found.length}, such as ${found.slice(0, shownMax).join(' · ')}`)
  }
  const facts = await rows.allFacts(db, start)
  const appeals = await rows.appealsByKey(db)

  say('answers that should not be', promised.strange)
  say('promised twice, and not the same', promised.broken)
  say('appeals with a receipt that are not there as it says', appealsMissing(promised, appeals))
  if (isAllStored) say('appeals that nobody has a receipt for', withoutReceipt(promised, appeals))
  say('cases without all that belongs to them', (await rows.halfCases(db)).map(({ id }) => id))
  say('acts that were acknowledged and do not stand once', await actsMissing(db, promised, facts))
  const clocks = await rows.clockRows(db)
  say('clocks that did not take effect once', clocksWrong(clocks, facts))
  say('notices that are not there once', await noticesWrong(db, facts))
  say('counts that differ from the rows', (await rows.wrongTallies(db)).map((one) => JSON.stringify(one)))
  say('reactions that could not digest a fact', (await rows.failedReactions(db)).map((one) => JSON.stringify(one)))
  say('facts that the listener did not hear once', differences(facts.map((fact) => `${fact.moment}-${fact.seq}`), heard.ids))
  if (heard.resets > 0) wrong.push(`the listener was told ${heard.resets} times to read all again`)
  return {
    wrong,
    counts: {
      receipts: promised.receipts.length, repeated: promised.repeated, acts: promised.done.length, facts: facts.length,
      heard: heard.ids.length, lines: heard.lines, warned: clocks.filter((one) => one.warned).length, breached: clocks.filter((one) => one.breached).length,
    },
  }
}

type Appeal = Awaited<ReturnType<typeof rows.appealsByKey>>[number]

function appealsMissing({ receipts }: Promised, appeals: readonly Appeal[]): string[] {
  const byKey = new Map(appeals.map((one) => [one.id, one]))
  return receipts.filter(({ key, id, number }) => {
    const there = byKey.get(key)
    return there?.case_id !== id || numberOf(there) !== number
  }).map(({ key }) => key)
}

function withoutReceipt({ receipts }: Promised, appeals: readonly Appeal[]): string[] {
  const keys = new Set(receipts.map(({ key }) => key))
  return appeals.filter(({ id }) => !keys.has(id)).map(({ id }) => id)
}

const once = new Set(['case.accepted', 'case.dispatched', 'task.taken', 'task.reported', 'case.closed', 'case.answered'])

async function actsMissing(db: Queryable, { done }: Promised, facts: readonly FactRow[]): Promise<string[]> {
  const told = countOf(facts.map((fact) => `${fact.subject} ${fact.kind} ${fact.version}`))
  const perCase = countOf(facts.filter(({ kind }) => once.has(kind)).map((fact) => `${fact.subject} ${fact.kind}`))
  const entries = new Set((await rows.entryKeys(db)).map(({ id }) => id))
  return [
    ...done.filter((act) => told.get(`${act.case} ${act.kind} ${act.version}`) !== 1 || (act.entry && !entries.has(act.entry))).map((act) => `${act.case} ${act.kind}`),
    ...[...perCase].filter(([, n]) => n > 1).map(([act, n]) => `${act} ${n} times`),
  ]
}

function clocksWrong(clocks: Awaited<ReturnType<typeof rows.clockRows>>, facts: readonly FactRow[]): string[] {
  const told = (kind: string) => countOf(facts.filter((fact) => fact.kind === kind).flatMap(({ detail }) => detail.clocks?.map(({ id }) => id) ?? []))
  const [warned, breached] = [told('clock.warned'), told('clock.breached')]
  return clocks.flatMap((clock) => {
    const [warnings, breaches] = [warned.get(clock.id) ?? 0, breached.get(clock.id) ?? 0]
    // A breach that is noticed before its warning was takes the warning's place.
    const isWarnedRight = clock.breached ? warnings <= 1 : warnings === Number(clock.warned)
    const isRight = isWarnedRight && breaches === Number(clock.breached) && !clock.left
    return isRight ? [] : [`${clock.id} warned ${warnings}, breached ${breaches}, row ${JSON.stringify(clock)}`]
  })
}

const residentsHear = ['case.accepted', 'case.dispatched', 'case.closed', 'case.answered']

/** One notice for everybody who is to hear of a fact; the bodies' people don't change while we look. */
async function noticesWrong(db: Queryable, facts: readonly FactRow[]): Promise<string[]> {
  const cases = new Map((await rows.caseStates(db)).map((one) => [one.id, one]))
  const desks = [...new Set([...cases.values()].map(({ desk }) => desk))]
  const aboves = facts.flatMap(({ detail }) => [detail.other, detail.above].filter((body) => body !== undefined))
  const people = await toBeTold(db, county, [...desks, ...aboves], new Date())
  const meant = facts.flatMap((fact) => {
    const row = cases.get(fact.subject)
    if (!row) return []
    const to = (kind: string, ...bodies: (string | undefined)[]) => [...new Set(bodies.flatMap((body) => people.get(body ?? '') ?? []))]
      .filter((person) => person !== fact.person).map((person) => keyOf({ person, app: 'office', kind, subject: fact.subject, at: fact.at }))
    return [
      ...(residentsHear.includes(fact.kind) ? [keyOf({ person: row.person, app: 'resident', kind: fact.kind.replace('case.', 'resident.'), subject: fact.subject, at: fact.at })] : []),
      ...(fact.kind === 'case.received' ? to('staff.new_case', row.desk) : []),
      ...(fact.kind === 'case.dispatched' ? to('staff.task_assigned', row.desk) : []),
      ...(fact.kind === 'task.reported' ? to('staff.task_reported', row.desk) : []),
      ...(fact.kind === 'clock.warned' ? to('staff.clock_warned', fact.detail.other) : []),
      ...(fact.kind === 'clock.breached' ? to('staff.clock_breached', row.desk, fact.detail.other, fact.detail.above) : []),
    ]
  })
  return differences(meant, (await rows.noticeRows(db)).map(keyOf))
}

const keyOf = (one: { person: string; app: string; kind: string; subject: string; at: Date }) =>
  `${one.subject} ${one.kind} ${one.app} ${one.person} ${one.at.toISOString()}`

function countOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** What is there more or less often than it should be. */
function differences(meant: readonly string[], found: readonly string[]): string[] {
  const [should, is] = [countOf(meant), countOf(found)]
  return [...new Set([...should.keys(), ...is.keys()])].filter((key) => should.get(key) !== is.get(key))
    .map((key) => `${key} (${is.get(key) ?? 0} instead of ${should.get(key) ?? 0})`)
}
