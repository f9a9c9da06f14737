import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import sql from 'sql-template-tag'
import { county, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { digestOf, newToken } from '#server/kernel/vault.ts'
import { insertSessions } from '../bench/rows.sql.ts'
import { importFile, mappingOf, type Format, type ImportFile } from './import-files.ts'
import { install, type On, type Part, type Product } from './product.ts'

export interface ImportFigures {
  on: On
  format: Format
  rows: number
  /** Rows a second, while nothing was killed. */
  checkedPerSecond: number
  takenInPerSecond: number
  /** The most that any process of the product was seen to hold, and what that was before the first import. */
  memoryMb: number
  beforeMb: number
  /** How busy the machine was with other things. */
  load: number
}

const memoryMaxMb = 500
const allFormats: readonly Format[] = ['csv', 'jsonl', 'xlsx']

/**
 * A hundred thousand rows of each format, every tenth damaged: each is named, the rest comes in once though the worker is
 * killed in the middle, and memory stays bounded.
 * @returns what went wrong; nothing
 */
export async function soakImports({ on, rows, formats = allFormats, say }: { on: On; rows: number; formats?: readonly Format[]; say: (line: string) => void }): Promise<{ wrong: string[]; figures: ImportFigures[] }> {
  const product = await install(on)
  const wrong: string[] = []
  const figures: ImportFigures[] = []
  try {
    const cookie = await signInCentre(product)
    await product.start()
    const beforeMb = memoryOf(product)
    for (const format of formats) {
      const file = importFile(format, rows)
      say(`${format}: ${rows} rows, ${Math.round(file.bytes.length / 1024 / 1024)} MB`)
      const measured = { ...(await soakOne(product, on, cookie, file, rows, wrong)), beforeMb }
      say(`${format}: checked ${measured.checkedPerSecond}, taken in ${measured.takenInPerSecond} rows a second, ${measured.memoryMb} MB at most`)
      figures.push(measured)
    }
    await product.stop()
    wrong.push(...(await judgeRows(product, formats.length * (rows - Math.floor((rows + 2) / 10)))), ...product.deaths)
  } finally {
    await product.close()
  }
  for (const one of figures) {
    // The embedded database lies in the same process, and takes what it takes with or without an import.
    const own = on === 'server' ? one.memoryMb : one.memoryMb - one.beforeMb
    if (own >= memoryMaxMb) wrong.push(`${one.format}: ${own} MB`)
  }
  return { wrong, figures }
}

async function signInCentre(product: Product): Promise<string> {
  const house = await product.open()
  const token = newToken()
  const now = new Date()
  await insertSessions(house.rooms.db, [{ token: digestOf(token), id: uuidv7(), person: team.centre.person, app: 'office' }], now, new Date(now.getTime() + 12 * 3_600_000))
  await house.close()
  return `gongzhi_office=${token}`
}

type Ask = <T>(method: string, path: string, body?: object | FormData) => Promise<T>
interface Seen { state: string; read: number; in: number; before: number; bad: number }

async function soakOne(product: Product, on: On, cookie: string, file: ImportFile, rows: number, wrong: string[]): Promise<Omit<ImportFigures, 'beforeMb'>> {
  const ask = askAs(product.port, cookie)
  let memoryMb = 0
  const until = async (id: string, isThere: (seen: Seen) => boolean) => {
    for (;;) {
      const seen = await ask<Seen>('GET', `/imports/${id}`)
      memoryMb = Math.max(memoryMb, memoryOf(product))
      if (isThere(seen)) return seen
      if (!['checking', 'running'].includes(seen.state)) throw new Error(`${file.name}: ${JSON.stringify(seen)}`)
      await sleep(200)
    }
  }
  const id = await upload(ask, file)
  const beganChecking = performance.now()
  await ask('POST', `/imports/${id}/checking`, {})
  const checked = await until(id, ({ state }) => state === 'checked')
  const checkedPerSecond = Math.round(rows / ((performance.now() - beganChecking) / 1000))

  const beganRunning = performance.now()
  await ask('POST', `/imports/${id}/running`, {})
  const half = await until(id, ({ read }) => read >= rows / 2)
  const takenInPerSecond = Math.round(half.read / ((performance.now() - beganRunning) / 1000))
  const worker: Part = on === 'server' ? 'work' : 'start'
  await product.kill(worker)
  await product.restart(worker)
  const done = await until(id, ({ state }) => state === 'done')
  for (const [name, seen] of [['check', checked], ['import', done]] as const) {
    const meant = { read: rows, in: rows - file.damaged.size, before: 0, bad: file.damaged.size }
    for (const [key, value] of Object.entries(meant)) if (seen[key as keyof Seen] !== value) wrong.push(`${file.name}: the ${name} says ${key} ${seen[key as keyof Seen]}, not ${value}`)
  }
  const named = (await ask<string>('GET', `/imports/${id}/bad-rows`)).split('\r\n').slice(1, -1).map((line) => Number(line.split(',', 1)[0]))
  if (named.length !== file.damaged.size || !named.every((line) => file.damaged.has(line))) wrong.push(`${file.name}: other lines are named than were damaged`)
  return { on, format: file.format, rows, checkedPerSecond, takenInPerSecond, memoryMb, load: Math.round(loadavg()[0]!) }
}

function askAs(port: number, cookie: string): Ask {
  return async <T>(method: string, path: string, body?: object | FormData) => {
    const isForm = body instanceof FormData
    const headers = { 'gongzhi-app': 'office', cookie, 'idempotency-key': uuidv7(), ...(body && !isForm && { 'content-type': 'application/json' }) }
    for (let tries = 0; ; tries++) {
      // While the process is down nobody answers: ask again, as a browser's user does.
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/counties/${county}${path}`, { method, headers, ...(body && { body: isForm ? body : JSON.stringify(body) }) }).catch(() => undefined)
      if (answer?.ok) return (answer.headers.get('content-type')?.includes('json') ? await answer.json() : await answer.text()) as T
      if (tries > 100) throw new Error(`${method} ${path}: ${answer?.status} ${await answer?.text()}`)
      await sleep(300)
    }
  }
}

async function upload(ask: Ask, { format, name, bytes }: ImportFile): Promise<string> {
  const { id, parts, partBytes } = await ask<{ id: string; parts: number; partBytes: number }>('POST', '/imports', { mapping: mappingOf(format), fileName: name, fileBytes: bytes.length })
  for (let part = 0; part < parts; part++) {
    const form = new FormData()
    form.append('part', new Blob([new Uint8Array(bytes.subarray(part * partBytes, (part + 1) * partBytes))]), 'part')
    await ask('PUT', `/imports/${id}/parts/${part}`, form)
  }
  return id
}

/** The most that any living process of the product holds now (Linux). */
function memoryOf(product: Product): number {
  const held = (['serve', 'work', 'start'] as const).flatMap((part) => {
    const pid = product.pidOf(part)
    try {
      return pid === undefined ? [] : Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    } catch {
      return []
    }
  })
  return Math.round(Math.max(0, ...held))
}

/** Each row that was good is a case, once, and nobody was told of any. */
async function judgeRows(product: Product, meant: number): Promise<string[]> {
  const house = await product.open()
  const { db } = house.rooms
  const wrong: string[] = []
  const [sums] = await db.query<{ ids: number; cases: number; appeals: number; facts: number; notices: number }>(sql`
    select (select count(*) from imported) as ids, (select count(*) from cases) as cases, (select count(*) from appeals) as appeals,
      (select count(*) from facts where kind = 'case.imported') as facts, (select count(*) from notices where kind <> 'staff.import_ended') as notices`)
  for (const [what, count] of Object.entries(sums!)) {
    const should = what === 'notices' ? 0 : meant
    if (count !== should) wrong.push(`${what}: ${count}, not ${should}`)
  }
  await house.close()
  return wrong
}
