import type { Queryable } from '#server/kernel/database.ts'
import type { Vault } from '#server/kernel/vault.ts'
import { insertPseudonymous } from './person.sql.ts'
import { personName } from './personal.ts'

/** Somebody whom another platform names by a word of its own. They have no phone and no login, so they can't sign in. */
export interface Pseudonymous {
  id: string
  name: string | null
}

/** The same word of the same source is always the same person; nobody can reckon the word back from the id. */
export function pseudonymousId(vault: Vault, source: string, word: string): string {
  const bytes = Buffer.from(vault.index('pseudonymous person', `${source}\n${word}`))
  bytes[6] = (bytes[6]! & 0x0f) | 0x80 // a UUID of a kind of our own (version 8)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Adds those who are not there yet. */
export async function keepPseudonymous(tx: Queryable, vault: Vault, persons: readonly Pseudonymous[], now: Date): Promise<void> {
  const byId = new Map(persons.map((person) => [person.id, person]))
  await insertPseudonymous(tx, [...byId.values()].map(({ id, name }) => ({ id, name: name === null ? null : vault.seal(personName.name, name) })), now)
}
