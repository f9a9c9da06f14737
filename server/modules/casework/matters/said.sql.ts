import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface SaidRow {
  /** published: the office's words before the public, which may repeat what the person said. */
  kind: 'appeal' | 'addition' | 'published'
  id: string
  words: string
}

/** What a person said in a matter of theirs, the appeal first, then what they added, and what was published of it. */
export function saidBy(tx: Queryable, county: number, id: string, person: string): Promise<SaidRow[]> {
  return tx.query<SaidRow>(sql`
    (select 'appeal' as kind, id, words from appeals where county = ${county} and case_id = ${id}::uuid and person = ${person}::uuid order by received_at)
    union all
    (select case when person = ${person}::uuid then 'addition' else 'published' end, id, words from entries
     where county = ${county} and case_id = ${id}::uuid and words is not null
       and (person = ${person}::uuid and kind in ('addition', 'withdrawal') or kind = 'publication') order by at)`)
}

/** The sealed original of an appeal, where parts of it were covered before. */
export async function originalOfAppeal(tx: Queryable, county: number, appeal: string): Promise<Uint8Array | undefined> {
  const [row] = await tx.query<{ original: Uint8Array | null }>(sql`select original from appeals where county = ${county} and id = ${appeal}::uuid`)
  return row?.original ?? undefined
}

export async function saveSaid(tx: Queryable, county: number, { kind, id, words }: SaidRow): Promise<void> {
  if (kind === 'appeal') await tx.query(sql`update appeals set words = ${words} where county = ${county} and id = ${id}::uuid`)
  else await tx.query(sql`update entries set words = ${words} where county = ${county} and id = ${id}::uuid`)
}

export async function saveOriginal(tx: Queryable, county: number, appeal: string, original: Uint8Array): Promise<void> {
  await tx.query(sql`update appeals set original = ${original} where county = ${county} and id = ${appeal}::uuid`)
}

/** What of it stands in lists and before the public. */
export async function headOf(tx: Queryable, county: number, id: string): Promise<{ title: string; public_words: string | null }> {
  const [row] = await tx.query<{ title: string; public_words: string | null }>(sql`select title, public_words from cases where county = ${county} and id = ${id}::uuid`)
  return row!
}

export async function saveHead(tx: Queryable, county: number, id: string, head: { title: string; public_words: string | null }): Promise<void> {
  await tx.query(sql`update cases set title = ${head.title}, public_words = ${head.public_words} where county = ${county} and id = ${id}::uuid`)
}
