import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Check, Errors } from 'typebox/value'
import { importPartBytesMax, Mapping } from '#contract/imports.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import type { Verb } from '#server/kernel/verb.ts'
import { centreOf, deskOf, knownBodies } from '#server/modules/identity/index.ts'
import { importRegions, namesOf, placesByCode } from '#server/modules/regions/index.ts'
import words from '#words/en/imports.ts'
import { importCategories } from '../catalogue/import-categories.ts'
import { advanceImport } from './advance-import.ts'
import { beginAnew, badRows, importOf, insertImport, keepPart, type ImportRecord } from './import.sql.ts'
import { codesNamed } from './reading.ts'
import { whyNotMapping } from './mapping.ts'
import { removeImportFile } from './remove-import-file.ts'
import { partKey } from './read-stored-file.ts'

const usage = `import --mapping <file> [--divisions <file>] [--categories <file>] [--centres] [--check] <files …>

  --mapping     which column is which field, and where unknown values go (JSON, see docs/operate.md, “Import”)
  --divisions   first read statistical divisions from this file, as import-regions does
  --categories  first read categories from this file (names from the widest on) into every county that the mapping names
  --centres     first make a centre in every county that the mapping names and that has no desk
  --check       only read: name every bad row, and write no case
  files         .csv, .xlsx or .jsonl, each as it is or gzipped`

/** Takes in files of another platform's appeals, into as many counties as the mapping names: again and again, each appeal once. */
export const importAppeals: Verb = {
  name: 'import',
  summary: 'take in another platform’s appeals (.csv, .xlsx, .jsonl, each may be gzipped)',
  takesFiles: true,
  forwards: true,
  async run(rooms, args, print) {
    const asked = read(args)
    const mapping = asked && (await readMapping(asked.mapping, print))
    if (!asked || !mapping) {
      if (!asked) print(usage)
      return 2
    }
    let isClean = true
    if (asked.divisions) isClean = (await importRegions.run(rooms, [asked.divisions], print)) === 0
    const counties = await countiesOf(rooms, mapping, print)
    if (!counties) return 1
    if (asked.centres) for (const county of counties) await makeCentre(rooms, county, print)
    if (asked.categories) isClean = (await importCategories(rooms, asked.categories, counties, print)).bad === 0 && isClean
    for (const file of asked.files) isClean = (await takeFile(rooms, counties[0]!, mapping, file, asked.check, print)) && isClean
    return isClean ? 0 : 1
  },
}

interface Asked {
  mapping: string
  divisions: string | undefined
  categories: string | undefined
  centres: boolean
  check: boolean
  files: string[]
}

function read(args: readonly string[]): Asked | undefined {
  const values = new Map<string, string>()
  const files: string[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!
    if (arg === '--centres' || arg === '--check') values.set(arg, arg)
    else if (arg === '--mapping' || arg === '--divisions' || arg === '--categories') values.set(arg, args[(i += 1)] ?? '')
    else if (arg.startsWith('--')) return undefined
    else files.push(arg)
  }
  const mapping = values.get('--mapping')
  if (!mapping || files.length === 0) return undefined
  return { mapping, files, divisions: values.get('--divisions'), categories: values.get('--categories'), centres: values.has('--centres'), check: values.has('--check') }
}

async function readMapping(path: string, print: (line: string) => void): Promise<Mapping | undefined> {
  const text = await readFile(path, 'utf8')
  let mapping: unknown
  try {
    mapping = JSON.parse(text)
  } catch (error) {
    print(`${path} is no JSON: ${(error as Error).message}`)
    return undefined
  }
  if (!Check(Mapping, mapping)) {
    for (const error of Errors(Mapping, mapping).slice(0, 20)) print(`${path} ${error.instancePath || '/'} ${error.message}`)
    return undefined
  }
  const problem = whyNotMapping(mapping)
  if (problem) print(`${path} ${words.problems[problem]}`)
  return problem ? undefined : mapping
}

/** The counties that the mapping names; first the one that takes in what is unknown, whose import it is. */
async function countiesOf(rooms: Rooms, mapping: Mapping, print: (line: string) => void): Promise<number[] | undefined> {
  const codes = codesNamed(mapping, [])
  const places = await placesByCode(rooms, codes)
  const missing = codes.filter((code) => !places.has(code))
  if (codes.length === 0) print('The mapping names no region. Say in unknown.place which county takes in what is unknown.')
  if (missing.length > 0) print(filled(words.problems.unknown_region, { codes: missing.join(', ') }))
  if (codes.length === 0 || missing.length > 0) return undefined
  const home = places.get(mapping.unknown.place)?.county
  return [...new Set([...(home ? [home] : []), ...codes.map((code) => places.get(code)!.county)])]
}

async function makeCentre(rooms: Rooms, county: number, print: (line: string) => void): Promise<void> {
  if (deskOf(await knownBodies(rooms, county), { town: null, village: null, grid: null })) return
  const name = (await namesOf(rooms, [county])).get(county)!.name
  await rooms.change(county, (tx) => centreOf(tx, rooms, { id: county, name_zh: name.zh, name_en: name.en ?? null }, rooms.clock()))
  print(`${name.zh} has a centre now.`)
}

const filled = (text: string, values: Record<string, string>) => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

/** One file. @returns whether all of it came in, or would */
async function takeFile(rooms: Rooms, county: number, mapping: Mapping, path: string, isCheck: boolean, print: (line: string) => void): Promise<boolean> {
  const job = await storeFile(rooms, county, mapping, path, isCheck)
  const done = await untilDone(rooms, job, (rows) => print(`${basename(path)}: ${rows} rows …`))
  if (done.problem) print(`${basename(path)}: ${filled(words.problems[done.problem.code], done.problem.values)}`)
  // A check of the operator's is not run later: its file may go.
  if (done.state === 'checked') await removeImportFile(rooms, done)
  await printBadRows(rooms, done, basename(path), print)
  const came = isCheck ? 'would come in' : 'came in'
  print(`${basename(path)}: ${done.taken_rows} rows read: ${done.in_rows} ${came}, ${done.before_rows} were there before, ${done.bad_rows} bad rows left out.`)
  return !done.problem && done.bad_rows === 0
}

/** Puts the file where workers find it, so that whatever process is killed another goes on. */
async function storeFile({ change, store, clock }: Rooms, county: number, mapping: Mapping, path: string, isCheck: boolean): Promise<ImportRecord> {
  const id = uuidv7()
  const file = await open(path)
  const { size } = await file.stat()
  await file.close()
  await change(county, (tx) => insertImport(tx, {
    county, id, mapping, file_name: basename(path), file_bytes: size, spans_counties: true, person: null, post: null, body: null, sent: null, made_at: clock(),
  }))
  let part = 0
  for await (const bytes of createReadStream(path, { highWaterMark: importPartBytesMax })) {
    await store.put(partKey(county, id, part), bytes as Buffer)
    await change(county, (tx) => keepPart(tx, county, id, part, (bytes as Buffer).length))
    part += 1
  }
  return await change(county, async (tx) => {
    await beginAnew(tx, county, id, isCheck ? 'checking' : 'running')
    return (await importOf(tx, county, id))!
  })
}

/** Works on it, or watches the process that does. */
async function untilDone(rooms: Rooms, { county, id }: ImportRecord, sign: (rowsRead: number) => void): Promise<ImportRecord> {
  let signed = 0
  for (;;) {
    const worked = await advanceImport(rooms, county, id, 1_000)
    if (!worked) await sleep(300)
    const now = (await importOf(rooms.db, county, id))!
    if (now.state !== 'checking' && now.state !== 'running') return now
    if (now.taken_rows - signed >= 1_000) sign((signed = now.taken_rows))
  }
}

const badRowsSaidMax = 1_000

async function printBadRows({ db }: Rooms, job: ImportRecord, file: string, print: (line: string) => void): Promise<void> {
  for (const { line, sourceId, faults } of await badRows(db, job.county, job.id, 0, badRowsSaidMax)) {
    const reasons = faults.map(({ code, column }) => (column ? `${column}: ${words.faults[code]}` : words.faults[code])).join('; ')
    print(`${file}:${line} ${sourceId ? `${sourceId} ` : ''}${reasons}`)
  }
  if (job.bad_rows > badRowsSaidMax) print(`… and ${job.bad_rows - badRowsSaidMax} more bad rows.`)
}
