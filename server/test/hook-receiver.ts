import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Received {
  headers: IncomingHttpHeaders
  body: string
  event: { id: string; type: string; subject: string; data: Record<string, unknown> }
}

/** A program that takes hooks over a real socket. It answers with the statuses that it is given, then with 200. */
export async function hookReceiver() {
  const received: Received[] = []
  const statuses: number[] = []
  const server = createServer(async (asked, reply) => {
    const body = await text(asked)
    received.push({ headers: asked.headers, body, event: JSON.parse(body) as Received['event'] })
    const status = statuses.shift() ?? 200
    reply.writeHead(status, status === 302 ? { location: 'http://127.0.0.1/elsewhere' } : {}).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    url: `http://${host}/hook`,
    received,
    statuses,
    /** Is it signed by this secret, as the Standard Webhooks specification says; told without our own code. */
    isSigned({ headers, body }: Received, secret: string): boolean {
      const meant = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
        .update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`).digest('base64')
      return headers['webhook-signature'] === `v1,${meant}`
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
