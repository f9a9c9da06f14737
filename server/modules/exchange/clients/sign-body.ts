import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { Refused } from '#server/kernel/refusal.ts'

/**
 * Signatures as the Standard Webhooks specification has them: HMAC-SHA256 over `id.timestamp.body`, in base64, marked v1;
 * a secret is written whsec_ and base64. A sender that changes its secret may send two signatures.
 */
const mark = 'whsec_'
/** So far may the sender's clock be from ours; beyond that somebody may be sending again what they overheard. */
const toleranceMs = 5 * 60_000

export const newSecret = (): string => mark + randomBytes(32).toString('base64')

/** What goes with a body: its id, when it was signed (seconds), the signature. */
export function signatureOf(secret: string, id: string, at: Date, body: Uint8Array | string): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const seconds = String(Math.floor(at.getTime() / 1000))
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${codeOf(secret, id, seconds, body).toString('base64')}` }
}

/** @throws Refused signature.wrong, signature.old */
export function checkSignature(secret: string, given: { id: string | undefined; timestamp: string | undefined; signature: string | undefined }, body: Uint8Array, now: Date): void {
  const { id, timestamp, signature } = given
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) throw new Refused('signature.wrong')
  const meant = codeOf(secret, id, timestamp, body)
  const isOurs = signature.split(' ').some((one) => {
    const code = Buffer.from(/^v1,([A-Za-z0-9+/=]{1,200})$/.exec(one)?.[1] ?? '', 'base64')
    return code.length === meant.length && timingSafeEqual(code, meant)
  })
  if (!isOurs) throw new Refused('signature.wrong')
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > toleranceMs) throw new Refused('signature.old')
}

function codeOf(secret: string, id: string, seconds: string, body: Uint8Array | string): Buffer {
  const key = Buffer.from(secret.slice(mark.length), 'base64')
  return createHmac('sha256', key).update(`${id}.${seconds}.`).update(body).digest()
}
