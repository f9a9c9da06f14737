import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

/** Whose account at the identity provider this is. */
export async function personOfAccount(db: Queryable, subject: Buffer): Promise<{ id: string; left_at: Date | null } | undefined> {
  const [row] = await db.query<{ id: string; left_at: Date | null }>(sql`
    select p.id, p.left_at from provider_accounts a join persons p on p.id = a.person where a.subject = ${subject}`)
  return row
}

/**
 * Links an account to a person, who has entered by that; 'known' where it was already. Undefined where the account is
 * another's, or the person has another account.
 */
export async function linkAccount(tx: Queryable, subject: Buffer, person: string, now: Date): Promise<'linked' | 'known' | undefined> {
  const linked = await tx.query(sql`
    insert into provider_accounts (subject, person, linked_at) values (${subject}, ${person}::uuid, ${now}) on conflict do nothing returning person`)
  if (linked.length > 0) {
    await tx.query(sql`update persons set entered_at = coalesce(entered_at, ${now}) where id = ${person}::uuid`)
    return 'linked'
  }
  return (await personOfAccount(tx, subject))?.id === person ? 'known' : undefined
}

/** Who was reset or has left is linked to no account; a reset one is anew by signing in. */
export async function unlinkAccount(tx: Queryable, person: string): Promise<void> {
  await tx.query(sql`delete from provider_accounts where person = ${person}::uuid`)
}
