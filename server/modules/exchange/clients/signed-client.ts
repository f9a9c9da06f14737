import type { Client } from '#server/kernel/operation.ts'
import { Refused } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { clientById } from './client.sql.ts'
import { whyNotIn } from './client.ts'
import { countUse } from './count-use.ts'
import { hookSecretField } from './create-client.ts'
import { checkSignature } from './sign-body.ts'

interface SignedCall extends Rooms {
  params: { county: number }
  now: Date
  header: (name: string) => string | undefined
}

/**
 * The program that signed this body. One that is not there, or is withdrawn, is as unknown as a wrong signature.
 * @throws Refused signature.wrong, signature.old, client.other_door, client.too_many
 */
export async function signedClient(call: SignedCall, id: string, opens: string, body: Uint8Array): Promise<Client> {
  const { params: { county }, db, vault, now, header } = call
  const row = await clientById(db, county, id)
  if (!row?.hook_secret) throw new Refused('signature.wrong')
  checkSignature(vault.open(hookSecretField, row.hook_secret), { id: header('webhook-id'), timestamp: header('webhook-timestamp'), signature: header('webhook-signature') }, body, now)
  const no = whyNotIn({ opens: row.opens, validTo: row.valid_to, withdrawnAt: row.withdrawn_at }, opens, now)
  if (no) throw new Refused(no === 'client.other_door' ? no : 'signature.wrong')
  await countUse(call, row, now)
  return { id, county, name: row.name }
}
