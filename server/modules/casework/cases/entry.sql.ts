import sql, { type Sql } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

/** Words and photos that go with a step of a case. */
export interface NewEntry {
  county: number
  id: string
  case: string
  task?: string | undefined
  kind: string
  audience: 'resident' | 'staff'
  words: string | null
  photos: readonly string[]
  person: string
  sent: Buffer | null
  at: Date
}

export interface EntryRow {
  id: string
  task: string | null
  kind: string
  audience: 'resident' | 'staff'
  words: string | null
  photos: string[]
  /** Null: it came from another platform, by the operator. */
  person: string | null
}

export const insertingEntry = (one: NewEntry): Sql => sql`
  insert into entries (county, id, case_id, task, kind, audience, words, photos, person, sent, at)
  values (${one.county}, ${one.id}, ${one.case}, ${one.task ?? null}, ${one.kind}, ${one.audience}, ${one.words}, ${[...one.photos]}::uuid[],
    ${one.person}, ${one.sent}, ${one.at})`

/** An entry that a key named before, to tell a retried send. */
export async function entrySent(db: Queryable, county: number, id: string): Promise<{ case_id: string; person: string | null; sent: Uint8Array | null } | undefined> {
  const [row] = await db.query<{ case_id: string; person: string | null; sent: Uint8Array | null }>(sql`
    select case_id, person, sent from entries where county = ${county} and id = ${id}::uuid`)
  return row
}

export function entriesOf(db: Queryable, county: number, id: string): Promise<EntryRow[]> {
  return db.query<EntryRow>(sql`
    select id, task, kind, audience, words, photos, person from entries where county = ${county} and case_id = ${id}::uuid`)
}
