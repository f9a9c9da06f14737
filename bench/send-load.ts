// The load generator, a program of its own: see load.ts. It reads as little of a reply as will do, since it shares the
// machine with what it measures.
import { once } from 'node:events'
import { callerAt } from './caller.ts'
import type { Plan, Sent } from './load.ts'

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

function countOf(body: Buffer, row: Buffer): number {
  let count = 0
  for (let at = body.indexOf(row); at >= 0; at = body.indexOf(row, at + row.length)) count++
  return count
}
