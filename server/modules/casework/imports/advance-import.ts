import type { BadRow } from '#contract/imports.ts'
import { stateOf } from '#server/kernel/database.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { beginAnew, claimImport, holdAt, importOf, keepEncoding, moveOn, refuseAt, type ImportRecord } from './import.sql.ts'
import { broughtBy } from './imported.sql.ts'
import { endImport } from './end-import.ts'
import { knownFor, refuseMapping } from './recall-known.ts'
import { openReader, type Reader } from './open-reader.ts'
import { readRow, type Reading } from './reading.ts'
import type { FileRow } from './record.ts'
import { prepareCases, takeIn, type TakenIn } from './take-in.ts'
import { Unreadable } from './unreadable.ts'

const rowsPerChange = 500
const leaseMs = 30_000

/** This process, as the others know it. */
const worker = uuidv7()
/** Files that this process is in the middle of, and imports that it is working on at this moment. */
const readers = new WeakMap<Rooms['db'], Map<string, Reader>>()
const busy = new WeakMap<Rooms['db'], Set<string>>()

export const thisWorker = (): string => worker

/**
 * Goes on with an import for about so long. Any number of processes may: one holds it, and should two believe so, a stretch of
 * rows takes effect once, since it moves the import on from where it stood.
 * @returns the import as it is then; undefined where another process has it, or nothing is to be done
 */
export async function advanceImport(rooms: Rooms, county: number, id: string, budgetMs: number): Promise<ImportRecord | undefined> {
  const here = busy.get(rooms.db) ?? new Set()
  busy.set(rooms.db, here)
  // The operator's command and the worker may be one process: it reads a file once.
  if (here.has(id)) return undefined
  here.add(id)
  try {
    return await claimAndAdvance(rooms, county, id, budgetMs)
  } finally {
    here.delete(id)
  }
}

async function claimAndAdvance(rooms: Rooms, county: number, id: string, budgetMs: number): Promise<ImportRecord | undefined> {
  const now = rooms.clock()
  const job = await rooms.change(county, (tx) => claimImport(tx, county, id, worker, now, leaseEnd(now)))
  if (!job) return undefined
  try {
    return await advance(rooms, job, performance.now() + budgetMs)
  } catch (error) {
    await closeReader(rooms, job)
    // Another process came to the end meanwhile, and the file is gone.
    if ((await importOf(rooms.db, county, id))?.state !== job.state) return undefined
    if (!(error instanceof Unreadable)) throw error
    const problem = { code: error.code, values: error.values }
    await rooms.change(county, (tx) => refuseAt(tx, job, problem, rooms.clock()))
    return { ...job, state: 'refused', problem }
  }
}

async function advance(rooms: Rooms, job: ImportRecord, until: number): Promise<ImportRecord> {
  let on = job
  const reader = await readerOf(rooms, job)
  if (job.state === 'checking' && reader.at !== job.taken_rows) on = { ...job, ...(await restarted(rooms, job)) }
  do {
    const rows = await reader.next(rowsPerChange)
    if (rows.length === 0) return await end(rooms, on)
    const moved = await takeStretch(rooms, on, reader, rows)
    if (!moved) {
      await closeReader(rooms, job)
      return on
    }
    on = moved
  } while (performance.now() < until)
  return on
}

/** A check that lost its reader knows no longer which ids it saw: it begins anew. */
async function restarted(rooms: Rooms, job: ImportRecord) {
  await rooms.change(job.county, (tx) => beginAnew(tx, job.county, job.id, job.state))
  return { taken_rows: 0, in_rows: 0, before_rows: 0, bad_rows: 0 }
}

async function readerOf(rooms: Rooms, job: ImportRecord): Promise<Reader> {
  const key = `${job.county} ${job.id} ${job.state}`
  const own = readers.get(rooms.db) ?? new Map<string, Reader>()
  readers.set(rooms.db, own)
  const known = own.get(key)
  if (known?.at === job.taken_rows) return known
  await known?.close()
  refuseMapping(job.mapping, await knownFor(rooms, job, []))
  const reader = await openReader(rooms, job.state === 'checking' ? { ...job, taken_rows: 0 } : job)
  if (reader.encoding) await rooms.change(job.county, (tx) => keepEncoding(tx, job.county, job.id, reader.encoding!))
  own.set(key, reader)
  return reader
}

async function closeReader({ db }: Rooms, job: ImportRecord): Promise<void> {
  const key = `${job.county} ${job.id} ${job.state}`
  const own = readers.get(db)
  await own?.get(key)?.close()
  own?.delete(key)
}

async function end(rooms: Rooms, job: ImportRecord): Promise<ImportRecord> {
  await closeReader(rooms, job)
  return await endImport(rooms, job)
}

/** One stretch of rows, in one change. Undefined: the import stands elsewhere, or was stopped. */
async function takeStretch(rooms: Rooms, job: ImportRecord, reader: Reader, rows: readonly FileRow[]): Promise<ImportRecord | undefined> {
  const whole = rows.flatMap((row) => ('cells' in row ? [row] : []))
  const known = await knownFor(rooms, job, whole.map(({ cells }) => cells))
  const read = rows.map((row) => ('cells' in row ? readRow(row.line, row.cells, job.mapping, known) : { line: row.line, sourceId: null, faults: [{ code: row.fault, column: null }] }))
  const bad = read.filter((one) => 'faults' in one)
  const readings = read.filter((one): one is Reading => !('faults' in one))
  const stretch = { from: job.taken_rows, to: job.taken_rows + rows.length }
  if (job.state === 'checking') {
    const found = await compare(rooms, job, reader.seen, readings)
    return await write(rooms, job, stretch, bad, [job.county], async () => found)
  }
  return await takeOrSplit(rooms, job, stretch, bad, readings, known)
}

type Bounds = { from: number; to: number }

/** What a check finds of rows that are good by themselves. */
async function compare({ db }: Rooms, job: ImportRecord, seen: Set<string>, readings: readonly Reading[]): Promise<TakenIn> {
  const twice = readings.filter(({ sourceId }) => seen.size === seen.add(sourceId).size)
  const firsts = readings.filter((one) => !twice.includes(one))
  const brought = await broughtBy(db, job.county, job.source, firsts.map(({ sourceId }) => sourceId))
  const bad = twice.map(({ line, sourceId }): BadRow => ({ line, sourceId, faults: [{ code: 'twice', column: job.mapping.fields.id }] }))
  return { in: firsts.length - brought.size, before: brought.size, bad }
}

/** A row that the database won't have must not stop the others: the stretch is halved until that row stands alone, and is named. */
async function takeOrSplit(rooms: Rooms, job: ImportRecord, bounds: Bounds, bad: readonly BadRow[], readings: readonly Reading[], known: Awaited<ReturnType<typeof knownFor>>): Promise<ImportRecord | undefined> {
  const coming = prepareCases(rooms, job, readings, known)
  const counties = [...new Set([job.county, ...readings.map(({ place }) => place.county)])]
  try {
    return await write(rooms, job, bounds, bad, counties, (tx) => takeIn(tx, rooms, job, coming, known.now))
  } catch (error) {
    if (!/^2[23]/.test(stateOf(error) ?? '') || readings.length === 0) throw error
    if (readings.length === 1) {
      const [{ line, sourceId }] = readings as [Reading]
      return await write(rooms, job, bounds, [...bad, { line, sourceId, faults: [{ code: 'fault', column: null }] }], [job.county], async () => ({ in: 0, before: 0, bad: [] }))
    }
    // Both halves lie in the same stretch of the file: the first moves the import on by all but nothing, the second by the rest.
    const half = readings.length >> 1
    const first = await takeOrSplit(rooms, job, { from: bounds.from, to: bounds.from }, bad, readings.slice(0, half), known)
    return first && await takeOrSplit(rooms, first, bounds, [], readings.slice(half), known)
  }
}

async function write(
  rooms: Rooms, job: ImportRecord, bounds: Bounds, bad: readonly BadRow[], counties: readonly number[],
  work: (tx: Parameters<typeof moveOn>[0]) => Promise<TakenIn>,
): Promise<ImportRecord | undefined> {
  return await rooms.change(counties, async (tx) => {
    if (!(await holdAt(tx, job.county, job.id, job.state, bounds.from))) return undefined
    const taken = await work(tx)
    const stretch = { ...bounds, in: taken.in, before: taken.before, bad: [...bad, ...taken.bad] }
    const moved = await moveOn(tx, job.county, job.id, stretch, leaseEnd(rooms.clock()))
    return { ...job, ...moved }
  })
}

const leaseEnd = (now: Date) => new Date(now.getTime() + leaseMs)
