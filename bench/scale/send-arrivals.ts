// The load generator of the scale bench, a program of its own: see arrivals.ts.
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { callerAt, type Caller } from '../caller.ts'
import type { Arrivals, Arrived } from './arrivals.ts'

process.once('message', async ({ lanes, perSecond, slices }: Arrivals) => {
  const all = lanes.map(({ port, requests }) => ({ port, requests: requests.map((text) => Buffer.from(text)), next: 0, free: [] as Caller[] }))
  for (const lane of all) lane.free.push(...(await Promise.all(Array.from({ length: connectionsAtFirst }, () => callerAt(lane.port)))))
  process.send!('ready')
  await once(process, 'message')
  const arrived: Arrived[] = all.map(() => ({ took: [], refused: 0 }))
  for (let slice = 0; slice < slices; slice++) {
    // Each begins as often as any other.
    for (let turn = 0; turn < all.length; turn++) {
      const i = (slice + turn) % all.length
      await oneSlice(all[i]!, perSecond, arrived[i]!)
    }
  }
  process.send!(arrived)
})

const connectionsAtFirst = 4
/** Whoever is asked to come again waits at least so long. */
const comeAgain = 503
const comeAgainMs = 10_000

/** A second of arrivals: each leaves when its time has come, however many are still under way. */
async function oneSlice(lane: { port: number; requests: Buffer[]; next: number; free: Caller[] }, perSecond: number, arrived: Arrived): Promise<void> {
  const begin = performance.now() + 20
  const underWay: Promise<void>[] = []
  for (let n = 0; n < perSecond; n++) {
    const due = begin + (n * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await sleep(wait)
    underWay.push(ask(lane, due, arrived))
  }
  await Promise.all(underWay)
}

async function ask(lane: { port: number; requests: Buffer[]; next: number; free: Caller[] }, due: number, arrived: Arrived): Promise<void> {
  const request = lane.requests[lane.next++ % lane.requests.length]!
  const call = lane.free.pop() ?? (await callerAt(lane.port))
  const { status, body } = await call(request)
  arrived.took.push(status === comeAgain ? comeAgainMs : performance.now() - due)
  lane.free.push(call)
  if ((status >= 200 && status < 300) || status === comeAgain) return
  arrived.refused++
  arrived.firstRefused ??= `${status} ${body}`
}
