import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

interface Asked {
  path: string
  headers: IncomingHttpHeaders
  body: { model: string; messages: { role: string; content: string }[] }
}

/** A server that speaks the Chat Completions protocol over a real socket. It answers what it is told to, else a sentence. */
export async function modelServer() {
  const asked: Asked[] = []
  const answers: { status: number; body: string }[] = []
  const server = createServer(async (request, reply) => {
    asked.push({ path: request.url!, headers: request.headers, body: JSON.parse(await text(request)) as Asked['body'] })
    const sentence = JSON.stringify({ id: 'c', object: 'chat.completion', choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: '您反映的路灯已经修好。' } }] })
    const { status, body } = answers.shift() ?? { status: 200, body: sentence }
    reply.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    /** What it answers next, instead. */
    answers,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
