import sql, { bulk } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Remit } from './remit.ts'

export function remitRows(db: Queryable, county: number): Promise<Remit[]> {
  return db.query<Remit>(sql`
    select id, body, category, words, ground from remits where county = ${county} and ended_at is null order by body, place, id`)
}

/** Adds lines below those that a body has; not where the key is taken, or the body has the line. @returns how many */
export async function insertRemits(tx: Queryable, county: number, lines: readonly (Remit & { sent: Buffer | null })[], by: { person: string; now: Date }): Promise<number> {
  if (lines.length === 0) return 0
  const at = by.now.getTime()
  const added = await tx.query(sql`
    insert into remits (county, id, body, category, words, ground, place, sent, added_by, added_at)
    values ${bulk(lines.map((one, i) => [county, one.id, one.body, one.category, one.words, one.ground, at + i, one.sent, by.person, by.now]))}
    on conflict do nothing returning id`)
  return added.length
}

export async function sentForRemit(db: Queryable, county: number, id: string): Promise<{ sent: Uint8Array | null; person: string } | undefined> {
  return (await db.query<{ sent: Uint8Array | null; person: string }>(sql`select sent, added_by as person from remits where county = ${county} and id = ${id}::uuid`))[0]
}

/** Ends lines; they stay for the record. @returns how many were there */
export async function endRemits(tx: Queryable, county: number, ids: readonly string[], now: Date): Promise<number> {
  return (await tx.query(sql`update remits set ended_at = ${now} where county = ${county} and id = any(${[...ids]}::uuid[]) and ended_at is null returning id`)).length
}
