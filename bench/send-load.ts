// The load generator, a program of its own: see load.ts. It reads as little of a reply as will do, since it shares the
// machine with what it measures.
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Plan, Sent } from './load.ts'

interface Reply {
  status: number
  body: Buffer
}

const endOfHead = Buffer.from('\r\n\r\n')

process.once('message', async (plan: Plan) => {
  const requests = plan.requests.map(({ text, row }) => ({ bytes: Buffer.from(text), row: Buffer.from(row) }))
  const callers = await Promise.all(Array.from({ length: plan.connections }, () => callerAt(plan.port)))
  process.send!('ready')
  await once(process, 'message')

  let next = 0
  let rows = 0
  let refused = 0
  let firstRefused: string | undefined
  const took: number[] = []
  const start = performance.now()
  const until = start + plan.seconds * 1000
  const take = () => {
    if (performance.now() >= until) return undefined
    if (next === requests.length && plan.repeat) next = 0
    return requests[next++]
  }
  await Promise.all(callers.map(async (call) => {
    for (let one = take(); one; one = take()) {
      const sent = performance.now()
      const { status, body } = await call(one.bytes)
      took.push(performance.now() - sent)
      if (status >= 200 && status < 300) rows += countOf(body, one.row)
      else if (refused++ === 0) firstRefused = `${status} ${body}`
    }
  }))
  const seconds = (performance.now() - start) / 1000
  took.sort((a, b) => a - b)
  const share = (part: number) => took[Math.floor((took.length - 1) * part)] ?? 0
  const result: Sent = { rows, replies: took.length, refused, firstRefused, seconds, p50: share(0.5), p99: share(0.99) }
  process.send!(result)
})

/** A connection of its own. One request at a time; every reply must carry its length, as every reply of JSON does. */
async function callerAt(port: number): Promise<(request: Buffer) => Promise<Reply>> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let held: Buffer | undefined
  let waiting: PromiseWithResolvers<Reply> | undefined
  const answer = (bytes: Buffer) => {
    held = held ? Buffer.concat([held, bytes]) : bytes
    const end = held.indexOf(endOfHead)
    if (end < 0) return
    const head = held.toString('latin1', 0, end)
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1])
    if (Number.isNaN(length)) return waiting?.reject(new Error(`a reply without its length:\n${head}`))
    if (held.length < end + 4 + length) return
    const body = held.subarray(end + 4)
    held = undefined
    waiting?.resolve({ status: Number(head.slice(9, 12)), body })
  }
  socket.on('data', answer).on('error', () => {}).on('close', () => waiting?.reject(new Error('the server closed the connection')))
  return (request) => {
    waiting = Promise.withResolvers<Reply>()
    socket.write(request)
    return waiting.promise
  }
}

function countOf(body: Buffer, row: Buffer): number {
  let count = 0
  for (let at = body.indexOf(row); at >= 0; at = body.indexOf(row, at + row.length)) count++
  return count
}
