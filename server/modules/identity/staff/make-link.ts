import type { Queryable } from '#server/kernel/database.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { digestOf, newToken } from '#server/kernel/vault.ts'
import { newSecret } from '../second-factor.ts'
import { deleteLinks, insertLink } from './link.sql.ts'
import { linkEnds, type LinkKind } from './link.ts'

export interface OneTimeLink {
  url: string
  expiresAt: string
}

/**
 * Makes a person's one-time link, with the secret of the second factor that it will set up; earlier links end.
 * The token stands in the address only: the table keeps its digest, and nobody can read it again.
 */
export async function makeLink(
  tx: Queryable, { vault, config }: Pick<Rooms, 'vault' | 'config'>, link: { person: string; kind: LinkKind; madeBy: string | null; now: Date },
): Promise<OneTimeLink> {
  const token = newToken()
  const until = linkEnds(link.kind, link.now)
  await deleteLinks(tx, link.person)
  await insertLink(tx, { ...link, token: digestOf(token), secret: vault.seal('person.totp', newSecret()), until })
  return { url: `${config.publicUrl}/office/link/${token}`, expiresAt: until.toISOString() }
}
