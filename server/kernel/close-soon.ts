import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

const answerWithinMs = 10_000

/**
 * Lets the server close whatever its clients do. Requests that are being answered get ten seconds. Lines on which nothing
 * was asked yet (browsers open them ahead of need) are closed at once: Node would wait a minute for their first request.
 */
export function closeSoon(app: FastifyInstance): void {
  const silent = new Set<Socket>()
  app.server.on('connection', (line: Socket) => {
    silent.add(line)
    line.once('close', () => silent.delete(line))
  })
  app.server.on('request', ({ socket }) => silent.delete(socket))
  app.addHook('preClose', async () => {
    for (const line of silent) line.destroy()
    setTimeout(() => app.server.closeAllConnections(), answerWithinMs).unref()
  })
}
