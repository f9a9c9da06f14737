import { randomInt } from 'node:crypto'
import type { Queryable } from '#server/kernel/database.ts'
import type { Vault } from '#server/kernel/vault.ts'
import { deleteRecoveryCodes, insertRecoveryCodes } from './person.sql.ts'
import { recoveryHash } from './sign-in-staff.ts'

const count = 10
/** Nothing that could be read as something else. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten new recovery codes in place of the old ones. They are shown once; the table keeps keyed hashes. */
export async function replaceRecoveryCodes(tx: Queryable, vault: Vault, person: string): Promise<string[]> {
  const codes = Array.from({ length: count }, newCode)
  await deleteRecoveryCodes(tx, person)
  await insertRecoveryCodes(tx, person, codes.map((code) => recoveryHash(vault, person, code)))
  return codes
}

/** Such as `k7qpm-2xwdf`: some 49 bits, and never six digits, which would be taken for a code of the second factor. */
function newCode(): string {
  const code = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}
