import type { Queryable } from '#server/kernel/database.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Vault } from '#server/kernel/vault.ts'
import { personName, personPhone } from './personal.ts'
import { insertCaller, residentByPhone } from './person.sql.ts'

/**
 * The person whom staff know by a number: who proved it, or somebody kept now. The number proves nothing until a code
 * does; whoever proves it then finds what was written down for them. A name that is held is not written over.
 */
export async function keepCaller(tx: Queryable, vault: Vault, { phone, name }: { phone: string; name: string | undefined }, now: Date): Promise<string> {
  return await insertCaller(tx, {
    id: uuidv7(), phone: vault.seal(personPhone.name, phone), phoneIndex: vault.index(personPhone.name, phone),
    name: name ? vault.seal(personName.name, name) : null, now,
  })
}

/** The person who is known by a number; undefined where nobody is. */
export async function callerOf(db: Queryable, vault: Vault, phone: string): Promise<string | undefined> {
  return (await residentByPhone(db, vault.index(personPhone.name, phone)))?.id
}
