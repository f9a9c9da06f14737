import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { load } from '../bench/load.ts'
import { appealFrom } from '../bench/requests.ts'
import { signInCrowd, type Crowd } from './people.ts'
import { install, type On, type Product } from './product.ts'
import { appealsByKey, wrongTallies } from './rows.sql.ts'
import type { StormPlan, Weather } from './send-storm.ts'

export interface Storm {
  on: On
  seconds: number
  /** So many times what can be sustained. */
  times: number
  say: (line: string) => void
}

const sustainedSeconds = 8
const callersAtOnce = 32
const calmSeconds = 8
const afterSeconds = 20
/** Of what can be sustained, an ordinary day brings this much. */
const calmShare = 0.2
const backWithinSeconds = 10
const memoryMax = 700
const healthWithinMs = 10_000
const relayWithinMs = 120_000

/** Ten times more than can be served, for a minute: nothing but polite refusals, nothing lost, and calm soon after. */
export async function soakStorm({ on, seconds, times, say }: Storm): Promise<string[]> {
  const product = await install(on, { LOG_LEVEL: 'warn' })
  const web = on === 'server' ? 'serve' : 'start'
  try {
    const house = await product.open()
    const crowd = await signInCrowd(house.rooms, 400)
    await house.close()
    await product.start()
    const templates = templatesFrom(crowd)

    const sustained = await sustainedBy(product, crowd)
    say(`sustained: ${sustained.toFixed(0)} appeals a second from ${callersAtOnce} callers, each waiting for the last answer`)
    await relayed(product)
    const send = (perSecond: number, length: number) => sendStorm({ port: product.port, perSecond, seconds: length, templates })
    const calmRate = Math.max(5, sustained * calmShare)
    const before = await send(calmRate, calmSeconds)
    const normal = middle(before.seconds.slice(2).map((one) => one.yesP95))
    say(`calm: ${calmRate.toFixed(0)} a second, answered within ${normal.toFixed(0)} ms (95 in 100)`)

    const watched = watch(product, web)
    const storm = await send(sustained * times, seconds)
    const seen = await watched.stop()
    const after = await send(calmRate, afterSeconds)
    const back = secondsUntilCalm(after, normal)
    say(`storm: ${(storm.sent / seconds).toFixed(0)} a second for ${seconds} s; answers ${JSON.stringify(storm.answers)}; ${storm.unsent} found no line`)
    say(`  each second, a yes took (95 in 100): ${storm.seconds.map((one) => one.yesP95.toFixed(0)).join(' ')} ms; a no: ${storm.seconds.map((one) => one.noP95.toFixed(0)).join(' ')} ms`)
    say(`  memory of the web process: at most ${seen.memoryMax} MB; health answered ${seen.healthy} times, not ${seen.unhealthy}, slowest ${seen.slowestMs.toFixed(0)} ms (${seen.eachMs.join(' ')})`)
    say(`after: back to normal after ${back} s; each second ${after.seconds.map((one) => one.yesP95.toFixed(0)).join(' ')} ms`)

    const relaySeconds = await relayed(product)
    say(`every reaction had had every fact ${relaySeconds.toFixed(0)} s later`)
    await product.stop()
    const closed = await product.open()
    const lost = await lostOf(closed.rooms.db, [before, storm, after])
    const tallies = await wrongTallies(closed.rooms.db)
    await closed.close()
    return [
      ...product.deaths,
      ...[before, storm, after].flatMap(({ impolite }) => Object.entries(impolite).map(([what, n]) => `${what}: ${n} times`)),
      ...(lost > 0 ? [`${lost} appeals were accepted and are not there`] : []),
      ...(tallies.length > 0 ? [`counts differ from the rows: ${JSON.stringify(tallies)}`] : []),
      ...(storm.accepted.length === 0 ? ['nobody was served in the storm'] : []),
      ...(seen.unhealthy > 0 ? [`health was not answered ${seen.unhealthy} times`] : []),
      ...(seen.memoryMax > memoryMax ? [`the web process took ${seen.memoryMax} MB, more than ${memoryMax}`] : []),
      ...(back > backWithinSeconds ? [`back to normal only after ${back} s`] : []),
    ]
  } finally {
    await product.close()
  }
}

function templatesFrom({ residents }: Crowd): string[] {
  return residents.map((who, n) => appealFrom(who, n).text.replace(/(idempotency-key: )[\w-]+/, '$1KEY'))
}

async function sustainedBy({ port }: Product, { residents }: Crowd): Promise<number> {
  const requests = (many: number) => Array.from({ length: many }, (_, n) => appealFrom(residents[n % residents.length]!, n))
  await load({ port, connections: callersAtOnce, seconds: 2, requests: requests(4_000), repeat: false })
  const sent = await load({ port, connections: callersAtOnce, seconds: sustainedSeconds, requests: requests(sustainedSeconds * 2_000), repeat: false })
  if (sent.refused > 0) throw new Error(`what should be sustained was refused: ${sent.firstRefused}`)
  return sent.rows / sent.seconds
}

async function sendStorm(plan: StormPlan): Promise<Weather> {
  const child = fork(fileURLToPath(new URL('./send-storm.ts', import.meta.url)), { serialization: 'advanced' })
  child.send(plan)
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the storm ended with ${code}`)))
  ended.catch(() => {})
  const [weather] = (await Promise.race([once(child, 'message'), ended])) as [Weather]
  child.disconnect()
  return weather
}

/** Looks at the web process once a second from outside, on a line of its own that it keeps, as a monitor does. */
function watch(product: Product, web: 'serve' | 'start') {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const seen = { memoryMax: 0, healthy: 0, unhealthy: 0, slowestMs: 0, eachMs: [] as number[] }
  const look = async () => {
    seen.memoryMax = Math.max(seen.memoryMax, memoryOf(product.pidOf(web)!))
    const start = performance.now()
    const isHealthy = await new Promise<boolean>((resolve) => {
      const asking = get({ port: product.port, path: '/api/v1/health', agent, timeout: healthWithinMs }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode === 200))
      })
      asking.once('timeout', () => asking.destroy()).once('error', () => resolve(false))
    })
    if (isHealthy) seen.healthy += 1
    else seen.unhealthy += 1
    seen.eachMs.push(Math.round(performance.now() - start))
    seen.slowestMs = Math.max(seen.slowestMs, performance.now() - start)
  }
  let isOver = false
  const looking = (async () => {
    for (; !isOver; await sleep(1_000)) await look()
    agent.destroy()
  })()
  return {
    async stop() {
      isOver = true
      await looking
      return seen
    },
  }
}

/** Megabytes that a process holds; 0 where the machine doesn't tell. */
function memoryOf(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}

/** After so many seconds the answers came as fast as before, and went on so: twice as slow, or 50 ms slower, is chance. */
function secondsUntilCalm({ seconds }: Weather, normal: number): number {
  const slow = seconds.map((one) => one.yes < one.sent || one.yesP95 > Math.max(2 * normal, normal + 50))
  return slow.lastIndexOf(true) + 1
}

async function relayed(product: Product): Promise<number> {
  const start = Date.now()
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${product.port}/api/v1/health/ready`).then((answer) => answer.json() as Promise<{ relayBehindSeconds: number }>, () => undefined)
    if (ready?.relayBehindSeconds === 0) return (Date.now() - start) / 1000
    if (Date.now() - start > relayWithinMs) throw new Error(`the relay is still behind: ${JSON.stringify(ready)}`)
    await sleep(200)
  }
}

async function lostOf(db: Parameters<typeof appealsByKey>[0], weathers: readonly Weather[]): Promise<number> {
  const there = new Set((await appealsByKey(db)).map(({ id }) => id))
  return weathers.flatMap(({ accepted }) => accepted).filter((key) => !there.has(key)).length
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
