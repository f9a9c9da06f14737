import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { LinkKind } from './link.ts'

export interface LinkRow {
  person: string
  kind: LinkKind
  secret: Uint8Array
  login: string
  expiresAt: Date
  usedAt: Date | null
  leftAt: Date | null
}

/** A link by its token's digest, with whose it is. */
export async function linkOf(db: Queryable, token: Buffer): Promise<LinkRow | undefined> {
  return (await db.query<LinkRow>(sql`
    select l.person, l.kind, l.secret, p.login, l.expires_at as "expiresAt", l.used_at as "usedAt", p.left_at as "leftAt"
    from one_time_links l join persons p on p.id = l.person where l.token = ${token}`))[0]
}

export async function insertLink(
  tx: Queryable,
  link: { token: Buffer; person: string; kind: LinkKind; secret: Buffer; madeBy: string | null; now: Date; until: Date },
): Promise<void> {
  await tx.query(sql`
    insert into one_time_links (token, person, kind, secret, made_by, made_at, expires_at)
    values (${link.token}, ${link.person}::uuid, ${link.kind}, ${link.secret}, ${link.madeBy}::uuid, ${link.now}, ${link.until})`)
}

/** Uses a link up. False where another call was quicker, or it has expired. */
export async function useLinkUp(tx: Queryable, token: Buffer, now: Date): Promise<boolean> {
  const used = await tx.query(sql`
    update one_time_links set used_at = ${now} where token = ${token} and used_at is null and expires_at > ${now} returning token`)
  return used.length === 1
}

/** Takes back every link of a person that was not used. */
export async function deleteLinks(tx: Queryable, person: string): Promise<void> {
  await tx.query(sql`delete from one_time_links where person = ${person}::uuid and used_at is null`)
}
