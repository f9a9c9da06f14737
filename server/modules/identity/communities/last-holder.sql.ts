import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

/** Inside a change: the session, the phone and the memberships of a newcomer become those of the person they were before. */
export async function becomeLastHolder(tx: Queryable, newcomer: string, before: string): Promise<void> {
  const [phone] = await tx.query<{ phone: Uint8Array; phone_index: Uint8Array }>(sql`
    select phone, phone_index from persons where id = ${newcomer}::uuid for update`)
  await tx.query(sql`update persons set phone = null, phone_index = null, last_holder = null where id = ${newcomer}::uuid`)
  await tx.query(sql`
    update persons set phone = ${phone!.phone}, phone_index = ${phone!.phone_index}, phone_proved_at = n.phone_proved_at
    from (select phone_proved_at from persons where id = ${newcomer}::uuid) n where persons.id = ${before}::uuid`)
  await tx.query(sql`
    insert into consents (person, version, at) select ${before}::uuid, version, at from consents where person = ${newcomer}::uuid on conflict do nothing`)
  await tx.query(sql`update sessions set person = ${before}::uuid where person = ${newcomer}::uuid`)
  await moveMemberships(tx, newcomer, before)
}

/** What the person holds already in the same community ends; everything else is theirs. */
async function moveMemberships(tx: Queryable, newcomer: string, before: string): Promise<void> {
  await tx.query(sql`
    update memberships m set state = 'ended' where m.person = ${newcomer}::uuid and m.state in ('asked', 'verified')
      and exists (select from memberships b where b.county = m.county and b.village = m.village and b.kind = m.kind and b.person = ${before}::uuid
        and b.state in ('asked', 'verified'))`)
  await tx.query(sql`update memberships set person = ${before}::uuid where person = ${newcomer}::uuid and state <> 'ended'`)
}
