import { setTimeout as sleep } from 'node:timers/promises'
import type { ReadCase } from './cases.ts'
import { inboxVillage } from './cases.ts'
import type { Installation } from './installation.ts'
import { load, type Plan, type Request, type Sent } from './load.ts'
import type { People } from './people.ts'
import { acceptance, appealFrom, bareRead, caseRead, inboxRead, matterRead } from './requests.ts'
import { countAccepted, countBehind, countCases, waitingCases } from './rows.sql.ts'
import { tpcbDatabase } from './installation.ts'
import { measureTpcb } from './tpcb.ts'
import type { Watch } from './watch.ts'

/** How long each thing is measured, in seconds, and how many times; of the rounds the median counts. */
export interface Lengths {
  rounds: number
  writeSeconds: number
  readSeconds: number
}

export interface Measured {
  /** Rows a second of each round, by what was measured. */
  rates: Record<What, number[]>
  /** The slowest reply but one in a hundred, in milliseconds, of the last round. */
  p99: Partial<Record<What, number>>
  /** Seconds after the last create until every reaction had had every fact; the longest of the rounds. */
  relaySeconds: number
}

export const whats = ['tpcb', 'create', 'status', 'bare', 'read', 'matter', 'list'] as const
export type What = (typeof whats)[number]

/** As many callers at once as the database has writers in TPC-B, four times over: residents wait for nobody. */
const connections = 64
const pageLimit = 30
/** Nothing else is measured while the relay is at work; far too late is not waited for. */
const relaySecondsWaited = 120
/** More than can be made in a second, so that no round runs out. */
const perSecondMax = 3_000

/** Measures everything, what is compared turn by turn. @throws Error where a reply refuses, or the relay never comes to the end */
export async function measureAll(on: Installation, people: People, cases: readonly ReadCase[], lengths: Lengths, watch: Watch): Promise<Measured> {
  const { db, port, barePort } = on
  const measured: Measured = { rates: { tpcb: [], create: [], status: [], bare: [], read: [], matter: [], list: [] }, p99: {}, relaySeconds: 0 }
  const reporters = people.residents.filter((one) => one.village !== inboxVillage)
  const send = async (what: What, plan: Pick<Plan, 'seconds' | 'requests' | 'repeat'>, at = port) => {
    const sent = await load({ port: at, connections, ...plan }, (pid) => watch(what, pid))
    refuseRefused(what, sent)
    measured.p99[what] = sent.p99
    return sent
  }
  const record = (what: What, rows: number, { seconds }: { seconds: number }) => void measured.rates[what].push(rows / seconds)

  const transfers = async () => {
    const seconds = lengths.writeSeconds
    const ended = await watch('tpcb')
    measured.rates.tpcb.push(await measureTpcb(on.postgres, tpcbDatabase, on.tpcb, seconds))
    await ended()
  }
  const creates = async () => {
    const requests = Array.from({ length: lengths.writeSeconds * perSecondMax }, (_, n) => appealFrom(reporters[n % reporters.length]!, n))
    const before = await countCases(db)
    const sent = await send('create', { seconds: lengths.writeSeconds, requests, repeat: false })
    record('create', (await countCases(db)) - before, sent)
    measured.relaySeconds = Math.max(measured.relaySeconds, await untilRelayed(on))
  }
  const statuses = async () => {
    const villages = [...people.committees.keys()].filter((village) => village !== inboxVillage)
    const waiting = await waitingCases(db, villages, lengths.writeSeconds * perSecondMax)
    const requests = waiting.map((one) => acceptance(people.committees.get(one.village)!, one))
    const before = await countAccepted(db)
    const sent = await send('status', { seconds: lengths.writeSeconds, requests, repeat: false })
    record('status', (await countAccepted(db)) - before, sent)
    await untilRelayed(on)
  }
  const reads = (what: What, requests: readonly Request[], at = port) => async () => {
    const sent = await send(what, { seconds: lengths.readSeconds, requests, repeat: true }, at)
    record(what, sent.rows / (what === 'list' ? pageLimit : 1), sent)
  }
  const turns: (() => Promise<void>)[][] = [
    [transfers, creates],
    [statuses],
    [
      reads('bare', cases.map(({ id }) => bareRead(id)), barePort),
      reads('read', cases.map(({ id, staff }) => caseRead(staff, id))),
    ],
    [reads('matter', cases.map(({ id, resident }) => matterRead(resident, id)))],
    [reads('list', [inboxRead(people.committees.get(inboxVillage)!, pageLimit)])],
  ]
  for (const turn of turns) {
    for (let round = 0; round < lengths.rounds; round++) for (const one of turn) await one()
  }
  return measured
}

function refuseRefused(what: What, { refused, replies, firstRefused }: Sent): void {
  if (refused > 0) throw new Error(`${what}: ${refused} of ${replies} replies refused, the first: ${firstRefused}`)
}

async function untilRelayed({ db }: Installation): Promise<number> {
  const start = performance.now()
  while ((await countBehind(db)) > 0) {
    if (performance.now() - start > relaySecondsWaited * 1000) throw new Error(`the relay is still behind after ${relaySecondsWaited} seconds`)
    await sleep(100)
  }
  return (performance.now() - start) / 1000
}

/** The middle one, or the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2
}
