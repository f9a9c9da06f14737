// Sends appeals at fixed arrivals, however slowly they are answered: a program of its own, see storm.ts.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from '#server/kernel/id.ts'

export interface StormPlan {
  port: number
  perSecond: number
  seconds: number
  /** Whole requests with `KEY` where each one's key goes. */
  templates: string[]
}

export interface Weather {
  sent: number
  /** Callers who found no line at all: more wait than a crowd has telephones. */
  unsent: number
  answers: Record<string, number>
  /** Refusals that say not when to come again, answers of another kind, lines that broke. */
  impolite: Record<string, number>
  accepted: string[]
  /** For each second, of those sent in it: how long a yes took, and a no, in milliseconds, but for the slowest one in twenty. */
  seconds: { sent: number; yes: number; yesP95: number; noP95: number }[]
}

/** The lines of a crowd whose apps are open. Who finds none waits behind those who have one, and is counted. */
const linesMax = 1_000
const tickMs = 10
const answersWithinMs = 30_000
const endOfHead = Buffer.from('\r\n\r\n')

interface Line {
  socket: Socket
  held: Buffer
  waiting: { key: string; second: number; at: number } | undefined
}

process.once('message', async (plan: StormPlan) => {
  const weather: Weather = { sent: 0, unsent: 0, answers: {}, impolite: {}, accepted: [], seconds: [] }
  const took: { yes: number[]; no: number[]; sent: number }[] = Array.from({ length: plan.seconds }, () => ({ yes: [], no: [], sent: 0 }))
  const templates = plan.templates.map((text) => text.split('KEY') as [string, string])
  const idle: Line[] = []
  const lines = new Set<Line>()
  let waitingCount = 0
  const impolite = (what: string) => void (weather.impolite[what] = (weather.impolite[what] ?? 0) + 1)

  const heard = (line: Line, status: number, head: string) => {
    const { key, second, at } = line.waiting!
    line.waiting = undefined
    waitingCount -= 1
    weather.answers[status] = (weather.answers[status] ?? 0) + 1
    const isYes = status >= 200 && status < 300
    took[second]![isYes ? 'yes' : 'no'].push(performance.now() - at)
    if (isYes) weather.accepted.push(key)
    else if (status !== 429 && status !== 503) impolite(`answered ${status}`)
    else if (!/\r\nretry-after: *\d+/i.test(head)) impolite(`${status} without Retry-After`)
    if (/\r\nconnection: *close/i.test(head)) line.socket.destroy()
    else idle.push(line)
  }
  const open = (): Line => {
    const line: Line = { socket: connect({ port: plan.port, host: '127.0.0.1', noDelay: true }), held: Buffer.alloc(0), waiting: undefined }
    lines.add(line)
    line.socket.on('data', (bytes: Buffer) => {
      line.held = line.held.length > 0 ? Buffer.concat([line.held, bytes]) : bytes
      const end = line.held.indexOf(endOfHead)
      if (end < 0 || !line.waiting) return
      const head = line.held.toString('latin1', 0, end)
      const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1])
      if (line.held.length < end + 4 + length) return
      line.held = Buffer.alloc(0)
      heard(line, Number(head.slice(9, 12)), head)
    })
    line.socket.on('error', () => {})
    line.socket.once('close', () => {
      lines.delete(line)
      const at = idle.indexOf(line)
      if (at >= 0) idle.splice(at, 1)
      if (!line.waiting) return
      waitingCount -= 1
      impolite('line broke before the answer')
    })
    return line
  }
  const send = (second: number) => {
    const line = idle.pop() ?? (lines.size < linesMax ? open() : undefined)
    if (!line) return void (weather.unsent += 1)
    const key = uuidv7()
    const [before, after] = templates[weather.sent % templates.length]!
    line.waiting = { key, second, at: performance.now() }
    waitingCount += 1
    weather.sent += 1
    took[second]!.sent += 1
    line.socket.write(`${before}${key}${after}`)
  }

  while (lines.size < linesMax) {
    idle.push(open())
    await sleep(1)
  }
  const start = performance.now()
  for (let due = 0; ;) {
    const passed = (performance.now() - start) / 1000
    if (passed >= plan.seconds) break
    for (const until = Math.floor(passed * plan.perSecond); due < until; due++) send(Math.floor(passed))
    await sleep(tickMs)
  }
  for (const until = Date.now() + answersWithinMs; waitingCount > 0 && Date.now() < until; ) await sleep(50)
  if (waitingCount > 0) weather.impolite['no answer'] = waitingCount
  const p95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * 0.95)] ?? 0
  weather.seconds = took.map(({ yes, no, sent }) => ({ sent, yes: yes.length, yesP95: p95(yes), noP95: p95(no) }))
  for (const { socket } of lines) socket.destroy()
  process.send!(weather)
  await once(process, 'disconnect')
})
