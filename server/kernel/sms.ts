import type { Config } from '#server/config.ts'
import { Refused } from './refusal.ts'

/** Sends a short message. @throws Refused busy when the provider does not take it */
export interface Sms {
  send(phone: string, text: string): Promise<void>
}

const waitMs = 8_000

/**
 * The provider's protocol (docs/operate.md, "Short messages"): POST to SMS_URL with `Authorization: Bearer SMS_KEY`
 * and the JSON body {"phone": "13…", "text": "…"}; any 2xx is taken as sent. One retry after a network error or 5xx.
 * In demo mode nothing leaves the house: the code is shown on screen instead.
 */
export function smsOf(sms: Config['sms']): Sms {
  if (!sms) return { async send() {} }
  const post = async (phone: string, text: string) => {
    const response = await fetch(sms.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${sms.key}` },
      body: JSON.stringify({ phone, text }),
      signal: AbortSignal.timeout(waitMs),
    })
    await response.arrayBuffer()
    return response.status
  }
  return {
    async send(phone, text) {
      for (let tries = 1; ; tries++) {
        const status = await post(phone, text).catch(() => 599)
        if (status >= 200 && status < 300) return
        if (status < 500 || tries === 2) throw new Refused('busy', { retryAfterSeconds: 30 })
      }
    },
  }
}
