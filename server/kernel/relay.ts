import sql from 'sql-template-tag'
import type { FactKind } from '#server/facts/index.ts'
import type { Change } from './change.ts'
import type { Database, Queryable } from './database.ts'
import { factsFor, isToldLate, type Fact, type Position } from './facts.ts'

/**
 * A reaction to facts: what follows from them, in the transaction that also marks them done, so each takes effect once.
 * Facts come in batches, in order, only of the kinds heard. Nothing in it may leave the building.
 */
export interface Reaction {
  name: string
  on: readonly FactKind[]
  /** Also of what was told long after it happened (facts.ts): counts hear it, notices don't. */
  alsoLate?: true
  run: (tx: Queryable, facts: readonly Fact[], now: Date) => Promise<void>
}

export const reaction = (one: Reaction): Reaction => one

const batchMax = 500
/** A reaction that hears little reads far ahead at once. */
const scanMax = 5_000
const triesMax = 8

/** Feeds every reaction what it has not had yet, one batch each. Several workers may run it; each reaction runs in one. */
export async function relayOnce(db: Database, change: Change, reactions: readonly Reaction[], now: () => Date): Promise<number> {
  let fed = 0
  for (const one of reactions) fed += await feed(db, change, one, now)
  return fed
}

async function feed(db: Database, change: Change, one: Reaction, now: () => Date): Promise<number> {
  const from = await positionOf(db, one.name)
  const facts = await factsFor(db, from, { kinds: one.on, late: one.alsoLate ?? false, max: batchMax, scanMax })
  const last = facts.at(-1)
  if (!last) return 0
  const heard = facts.filter((fact) => hears(one, fact))
  const counties = [...new Set(heard.map((fact) => fact.county))]
  try {
    return await change(counties, async (tx) => {
      if (!(await advance(tx, one.name, from, last))) return 0 // another worker has this batch
      if (heard.length > 0) await one.run(tx, heard, now())
      return facts.length
    })
  } catch (error) {
    return await feedSingly(change, one, from, facts, now, error)
  }
}

const hears = (one: Reaction, fact: Fact) => one.on.includes(fact.kind) && (one.alsoLate || !isToldLate(fact))

/** One bad fact must not stop the others: each by itself, what fails is kept for another try and shown. */
async function feedSingly(change: Change, one: Reaction, from: Position, facts: readonly Fact[], now: () => Date, cause: unknown) {
  let position = from
  for (const fact of facts) {
    const step = (run: (tx: Queryable) => Promise<void>) =>
      change(fact.county, async (tx) => {
        const isOurs = await advance(tx, one.name, position, fact)
        if (isOurs && hears(one, fact)) await run(tx)
        return isOurs
      })
    let isOurs: boolean
    try {
      isOurs = await step((tx) => one.run(tx, [fact], now()))
    } catch (error) {
      isOurs = await step((tx) => keepFailed(tx, one.name, fact, error ?? cause, now()))
    }
    if (!isOurs) return 0
    position = fact
  }
  return facts.length
}

/** Tries again what failed, when its time has come. After the last try it stays listed, with its problem. */
export async function retryFailed(db: Database, change: Change, reactions: readonly Reaction[], now: Date): Promise<void> {
  const due = await db.query<Fact & { listener: string }>(sql`
    select f.*, r.listener from failed_reactions r join facts f using (county, subject, seq)
    where r.next_try <= ${now} order by r.next_try limit 100`)
  for (const { listener, ...fact } of due) {
    const one = reactions.find((known) => known.name === listener)
    if (!one) continue
    await change(fact.county, async (tx) => {
      const [held] = await tx.query(sql`
        delete from failed_reactions where county = ${fact.county} and listener = ${listener} and subject = ${fact.subject}::uuid
        and seq = ${fact.seq} and next_try <= ${now} returning seq`)
      if (held) await one.run(tx, [fact], now)
    }).catch((error) => change(fact.county, (tx) => keepFailed(tx, listener, fact, error, now)))
  }
}

async function keepFailed(tx: Queryable, listener: string, fact: Fact, error: unknown, now: Date): Promise<void> {
  const problem = error instanceof Error ? error.name : 'unknown'
  await tx.query(sql`
    insert into failed_reactions as f (county, listener, subject, seq, tries, problem, next_try)
    values (${fact.county}, ${listener}, ${fact.subject}::uuid, ${fact.seq}, 1, ${problem}, ${new Date(now.getTime() + 5_000)})
    on conflict (county, listener, subject, seq) do update set tries = f.tries + 1, problem = excluded.problem,
      next_try = case when f.tries + 1 >= ${triesMax} then null else ${now}::timestamptz + interval '5 seconds' * 4 ^ f.tries end`)
}

async function positionOf(db: Database, name: string): Promise<Position> {
  const read = () => db.query<Position>(sql`select moment, seq from listeners where name = ${name}`)
  const [known] = await read()
  if (known) return known
  await db.query(sql`insert into listeners (name) values (${name}) on conflict do nothing`)
  return (await read())[0]!
}

async function advance(tx: Queryable, name: string, from: Position, to: Position): Promise<boolean> {
  const moved = await tx.query(sql`
    update listeners set moment = ${to.moment}, seq = ${to.seq}
    where name = ${name} and moment = ${from.moment} and seq = ${from.seq} returning name`)
  return moved.length === 1
}

/** Is there a fact that some reaction has not had, be it that a transaction older than it is still open. */
export async function isBehind(db: Database): Promise<boolean> {
  const [row] = await db.query<{ behind: boolean }>(sql`
    select exists (select 1 from listeners l where exists (select 1 from facts f where (f.moment, f.seq) > (l.moment, l.seq))) as behind`)
  return row!.behind
}

/** Seconds since the oldest fact that some reaction has not had. What was told late happened long ago, and says nothing. */
export async function behindSeconds(db: Database, now: Date): Promise<number> {
  const [row] = await db.query<{ at: Date | null }>(sql`
    select (select f.at from facts f where (f.moment, f.seq) > (l.moment, l.seq) and not jsonb_exists(f.detail, 'toldLate') order by f.moment, f.seq limit 1) as at
    from listeners l order by l.moment, l.seq limit 1`)
  return row?.at ? Math.max(0, (now.getTime() - row.at.getTime()) / 1000) : 0
}
