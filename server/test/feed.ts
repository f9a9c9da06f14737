// The feed of facts by itself: a database of its own, connections like those of two processes, and facts to tell.
import sql from 'sql-template-tag'
import type { FactKind } from '#server/facts/index.ts'
import { changeOn, type Change } from '#server/kernel/change.ts'
import { serverDatabase, type Database } from '#server/kernel/database.ts'
import { tell } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { testDatabase } from './postgres.ts'

export const county = 3

export interface Process {
  db: Database
  change: Change
  /** Called after each commit of this process. */
  done: (() => void)[]
}

export interface Feed {
  process(): Process
  close(): Promise<void>
}

export async function openFeed(): Promise<Feed> {
  const database = await testDatabase()
  const opened: Database[] = []
  return {
    process() {
      const db = serverDatabase(database.url, { connectionsMax: 8, prepare: true })
      const done: (() => void)[] = []
      opened.push(db)
      return { db, change: changeOn(db, () => done.forEach((one) => one())), done }
    },
    async close() {
      for (const db of opened) await db.close()
      await database.drop()
    },
  }
}

/** Tells one fact in a transaction of its own. @returns its subject, by which it is known again */
export async function tellOne({ change }: Pick<Process, 'change'>, kind: FactKind = 'case.noted'): Promise<string> {
  const subject = uuidv7()
  await change(county, (tx) => tell(tx, { county, subject, kind, by: {}, at: new Date(), detail: {} }))
  return subject
}

/** Tells a fact and leaves its transaction open. @returns its subject, and how to commit */
export async function tellAndHold({ change }: Pick<Process, 'change'>): Promise<{ subject: string; commit: () => Promise<void> }> {
  const subject = uuidv7()
  let commit = () => {}
  const told = Promise.withResolvers<void>()
  const ended = change(county, async (tx) => {
    await tell(tx, { county, subject, kind: 'case.noted', by: {}, at: new Date() })
    told.resolve()
    await new Promise<void>((resolve) => (commit = resolve))
  })
  await told.promise
  return {
    subject,
    async commit() {
      commit()
      await ended
    },
  }
}

/** Waits until nothing that was told before is held back any more by a transaction that is open somewhere on the server. */
export async function untilNothingIsOpen(db: Database): Promise<void> {
  const before = (await db.query<{ xid: number }>(sql`select pg_current_xact_id()::text::bigint as xid`))[0]!.xid
  while ((await db.query<{ moment: number }>(sql`select fact_horizon() as moment`))[0]!.moment <= before) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export const listeningActor = (person: string): Actor => ({
  person, session: uuidv7(), app: 'office', language: 'zh', until: new Date('2100-01-01'), holds: [],
})
