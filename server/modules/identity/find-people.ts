import { maskName, maskPhone } from '#server/kernel/personal.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import type { Vault } from '#server/kernel/vault.ts'
import { dutyOf, holdersOf, nameRows } from './known-body.sql.ts'
import { personName, personPhone } from './personal.ts'

interface Reading {
  db: Queryable
  memory: Memory
  vault: Vault
}

/** Names of staff members, for other staff. A name that is not held comes back as an empty text. */
export async function staffNames({ db, memory, vault }: Reading, persons: readonly string[]): Promise<Map<string, string>> {
  const unique = [...new Set(persons)]
  const names = await Promise.all(unique.map((person) => memory.recall('names', person, async () => {
    const [row] = await nameRows(db, [person])
    return row?.name ? vault.open(personName.name, row.name) : ''
  })))
  return new Map(unique.map((person, i) => [person, names[i]!]))
}

/** To be called in every change of a person's name or phone. */
export async function forgetName(tx: Queryable, memory: Memory, person: string): Promise<void> {
  await memory.forget(tx, 'names', person)
  await memory.forget(tx, 'contacts', person)
}

export interface Contact {
  name: string | null
  phone: string | null
}

/** A resident's name and phone, masked. */
export function maskedContact(reading: Reading, person: string): Promise<Contact> {
  return reading.memory.recall('contacts', person, async () => {
    const { name, phone } = await contactOf(reading, person)
    return { name: name && maskName(name), phone: phone && maskPhone(phone) }
  })
}

/** A resident's name and phone as they are: for scanning replies, never for a screen. */
export async function contactOf({ db, vault }: Pick<Reading, 'db' | 'vault'>, person: string): Promise<Contact> {
  const [row] = await nameRows(db, [person])
  return {
    name: row?.name ? vault.open(personName.name, row.name) : null,
    phone: row?.phone ? vault.open(personPhone.name, row.phone) : null,
  }
}

/** The roles of a body's first responsible person. */
export const firstResponsible: ReadonlySet<string> = new Set(['committee_secretary', 'subdistrict_leader', 'department_head', 'centre_dispatcher'])

/**
 * Whom a body's new work is told to: who is on duty now; nobody on duty, the first responsible person (SQT-15);
 * no such post, everybody who holds one.
 */
export async function toBeTold(db: Queryable, county: number, bodies: readonly string[], now: Date): Promise<Map<string, string[]>> {
  const unique = [...new Set(bodies)]
  const [duty, holders] = [await dutyOf(db, county, unique, now), await holdersOf(db, county, unique, now)]
  return new Map(unique.map((body) => {
    const onDuty = duty.filter((one) => one.body === body)
    const here = holders.filter((one) => one.body === body && one.role !== 'administrator')
    const first = here.filter((one) => firstResponsible.has(one.role))
    const told = onDuty.length > 0 ? onDuty : first.length > 0 ? first : here
    return [body, [...new Set(told.map((one) => one.person))]]
  }))
}

/** Does the person hold a post in the body now. */
export async function holdsPostIn(db: Queryable, county: number, body: string, person: string, now: Date): Promise<boolean> {
  return (await holdersOf(db, county, [body], now)).some((one) => one.person === person)
}
