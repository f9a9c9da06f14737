import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect } from '@playwright/test'

/** One thing that the partner was told, as it came. */
export interface Told {
  type: string
  subject: string
  sequence: string
  data: { number: string; state: string; answer?: string }
}

/**
 * Another platform: it sends orders and hears what becomes of them, over real sockets. It knows the product by the standards that
 * the guide names alone: CloudEvents 1.0 and Standard Webhooks.
 */
export async function openPartner(port: number) {
  const told: Told[] = []
  const seen = new Set<string>()
  let secret = ''
  let isGone = false
  const server = createServer(async (asked, reply) => {
    const body = await text(asked)
    const [id, seconds, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(asked.headers[name]))
    const isOurs = signature === `v1,${codeOf(secret, `${id}.${seconds}.${body}`)}` && Math.abs(Date.now() / 1000 - Number(seconds)) < 300
    const isEvent = (asked.headers['content-type'] ?? '').startsWith('application/cloudevents+json') && JSON.parse(body).specversion === '1.0'
    if (!isOurs || !isEvent) return reply.writeHead(401).end()
    if (isGone) return reply.writeHead(410).end()
    // It may come twice, with the same id.
    if (!seen.has(id!)) told.push(JSON.parse(body) as Told)
    seen.add(id!)
    reply.writeHead(204).end()
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    hook: `http://127.0.0.1:${port}/progress`,
    trusts(given: string) {
      secret = given
    },
    /** Sends an order as a CloudEvent, signed. */
    async send(address: string, data: object, { key = secret, at = new Date() } = {}) {
      const body = JSON.stringify({ specversion: '1.0', id: randomUUID(), source: '/city/12345', type: 'cn.example.order', time: at.toISOString(), data })
      const [id, seconds] = [randomUUID(), Math.floor(at.getTime() / 1000)]
      const answer = await fetch(address, {
        method: 'POST', body,
        headers: { 'content-type': 'application/cloudevents+json', 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${codeOf(key, `${id}.${seconds}.${body}`)}` },
      })
      return { status: answer.status, reply: (await answer.json()) as { items: { sourceId: string; number: string; case: string; before: boolean }[] } }
    },
    /** What it was told of one of its orders, in order. */
    of: (number: string) => told.filter((one) => one.data.number === number).toSorted((one, other) => (one.sequence < other.sequence ? -1 : 1)),
    async hears(number: string, ...types: string[]) {
      await expect.poll(() => this.of(number).map((one) => one.type.replace('gongzhi.case.', '')), { timeout: 30_000 }).toEqual(types)
    },
    /** Its address is given up, or taken up again. */
    setGone(gone: boolean) {
      isGone = gone
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const codeOf = (secret: string, signed: string) => createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(signed).digest('base64')
