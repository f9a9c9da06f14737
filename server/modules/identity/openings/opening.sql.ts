import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface Opening {
  county: number
  id: string
  subject: string
  field: string
  heldIn: string
  caseId: string | null
  person: string
  post: string
  body: string
  purpose: string
  words: string | null
  at: Date
}

export async function insertOpening(tx: Queryable, one: Opening): Promise<void> {
  await tx.query(sql`
    insert into openings (county, id, subject, field, held_in, case_id, person, post, body, purpose, words, at)
    values (${one.county}, ${one.id}::uuid, ${one.subject}::uuid, ${one.field}, ${one.heldIn}::uuid, ${one.caseId}::uuid,
      ${one.person}::uuid, ${one.post}::uuid, ${one.body}::uuid, ${one.purpose}, ${one.words}, ${one.at})`)
}

export interface OpeningRow {
  county: number
  at: Date
  field: string
  purpose: string
  words: string | null
  case_id: string | null
  body_zh: string
  body_en: string | null
}

/** Who looked at a person's values, in all counties, the latest first. */
export function openingsOf(db: Queryable, subject: string, limit: number): Promise<OpeningRow[]> {
  return db.query<OpeningRow>(sql`
    select o.county, o.at, o.field, o.purpose, o.words, o.case_id, b.name_zh as body_zh, b.name_en as body_en
    from openings o join bodies b on b.county = o.county and b.id = o.body
    where o.subject = ${subject}::uuid order by o.at desc, o.id desc limit ${limit}`)
}
