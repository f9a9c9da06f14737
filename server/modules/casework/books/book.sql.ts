import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { BookKind, Dated } from './book.ts'

/** A published version. */
export interface Published<Content> extends Dated {
  content: Content
  note: string
  publishedAt: Date
  person: string | null
}

interface PublishedRow<Content> {
  version: number
  content: Content
  note: string
  effective_from: Date
  published_at: Date
  person: string | null
}

/** Every published version, the newest first. */
export async function publishedRows<Content>(db: Queryable, county: number, kind: BookKind): Promise<Published<Content>[]> {
  const rows = await db.query<PublishedRow<Content>>(sql`
    select version, content, note, effective_from, published_at, person from books where county = ${county} and kind = ${kind} order by version desc`)
  return rows.map(({ effective_from, published_at, ...row }) => ({ ...row, effectiveFrom: effective_from, publishedAt: published_at }))
}

/** What was published with a key before. */
export async function publishedByKey(db: Queryable, county: number, id: string): Promise<{ kind: BookKind; version: number; effective_from: Date; person: string | null; sent: Uint8Array | null } | undefined> {
  const [row] = await db.query<{ kind: BookKind; version: number; effective_from: Date; person: string | null; sent: Uint8Array | null }>(sql`
    select kind, version, effective_from, person, sent from books where county = ${county} and id = ${id}::uuid`)
  return row
}

/** Adds the next version. Whoever does holds the draft locked, so no two get the same number. @returns the number */
export async function insertPublished(
  tx: Queryable, of: { county: number; kind: BookKind; id: string; content: unknown; note: string; effectiveFrom: Date; at: Date; person: string; sent: Buffer },
): Promise<number> {
  const [row] = await tx.query<{ version: number }>(sql`
    insert into books (county, kind, version, id, content, note, effective_from, published_at, person, sent)
    select ${of.county}::integer, ${of.kind}::text, coalesce(max(version), 0) + 1, ${of.id}::uuid, ${JSON.stringify(of.content)}::jsonb, ${of.note}::text,
      ${of.effectiveFrom}::timestamptz, ${of.at}::timestamptz, ${of.person}::uuid, ${of.sent}::bytea
    from books where county = ${of.county} and kind = ${of.kind} returning version`)
  return row!.version
}

/** A draft, or the place of one: `content` null where there is none. */
export interface DraftRow<Content> {
  version: number
  content: Content | null
  changed_at: Date | null
  person: string | null
}

/** Before the first draft of all its version is 1, so that there is one to save over. */
const unwritten = { version: 1, content: null, changed_at: null, person: null }

export async function draftRow<Content>(db: Queryable, county: number, kind: BookKind): Promise<DraftRow<Content>> {
  const [row] = await db.query<DraftRow<Content>>(sql`
    select version, content, changed_at, person from book_drafts where county = ${county} and kind = ${kind}`)
  return row ?? unwritten
}

/** The same, held against others until the change ends. */
export async function lockedDraft<Content>(tx: Queryable, by: { county: number; kind: BookKind; now: Date; person: string }): Promise<DraftRow<Content>> {
  await tx.query(sql`
    insert into book_drafts (county, kind, version, content, changed_at, person) values (${by.county}, ${by.kind}, 1, null, ${by.now}, ${by.person})
    on conflict do nothing`)
  const [row] = await tx.query<DraftRow<Content>>(sql`
    select version, content, changed_at, person from book_drafts where county = ${by.county} and kind = ${by.kind} for update`)
  return row!
}

export async function writeDraft(tx: Queryable, of: { county: number; kind: BookKind; version: number; content: unknown; now: Date; person: string }): Promise<void> {
  await tx.query(sql`
    update book_drafts set version = ${of.version}, content = ${of.content === null ? null : JSON.stringify(of.content)}::jsonb, changed_at = ${of.now}, person = ${of.person}
    where county = ${of.county} and kind = ${of.kind}`)
}
