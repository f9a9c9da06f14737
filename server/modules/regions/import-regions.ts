import type { Rooms } from '#server/kernel/rooms.ts'
import type { Verb } from '#server/kernel/verb.ts'
import { analyzeRegions, insertDivisions, knownCodes, renameDivisions } from './division.sql.ts'
import { impliedBy, sortDivisions, type BadRow, type Division, type Sorted } from './division.ts'
import { filesOf, readDivisions } from './read-divisions.ts'
import { today } from './read-today.ts'
import { forgetRegions } from './recall-regions.ts'
import { lockTree } from './region.sql.ts'
import { codeAbove } from './region.ts'

const rowsPerChange = 10_000
const rowsPerSign = 100_000
const badRowsSaidMax = 1_000

/** Reads the state's statistical division into the tree: again and again, adding what is new and renaming what has a new name. */
export const importRegions: Verb = {
  name: 'import-regions',
  summary: 'read statistical divisions, from a folder or files (.csv, .csv.gz)',
  takesFiles: true,
  forwards: true,
  run: runImport,
}

async function runImport(rooms: Rooms, paths: readonly string[], print: (line: string) => void): Promise<number> {
  if (paths.length === 0) {
    print('Which files? For example: import-regions provinces.csv cities.csv areas.csv streets.csv villages.csv.gz, or the folder that holds them.')
    return 2
  }
  const sum = { rows: 0, added: 0, renamed: 0, asBefore: 0, bad: 0 }
  const tellBad = (bad: readonly BadRow[]) => {
    for (const { at, why } of bad) {
      sum.bad += 1
      if (sum.bad <= badRowsSaidMax) print(`${at} ${why}`)
    }
  }
  const names = new Map<string, string>()
  let waiting: Division[] = []
  const place = async () => {
    const sorted = await placeDivisions(rooms, waiting)
    waiting = []
    for (const { added, renamed, asBefore, bad } of sorted) {
      sum.added += added.length
      sum.renamed += renamed.length
      sum.asBefore += asBefore
      tellBad(bad)
    }
  }

  for (const file of await filesOf(paths)) {
    for await (const read of readDivisions(file)) {
      sum.rows += 1
      if (sum.rows % rowsPerSign === 0) print(`${sum.rows} rows read …`)
      if (Array.isArray(read)) {
        for (const one of read) {
          const before = names.get(one.code)
          if (before === undefined) waiting.push(one)
          else if (before !== one.name) tellBad([{ at: one.at, why: `${one.code} ${one.name} stands before with the name ${before}` }])
          names.set(one.code, before ?? one.name)
        }
        if (waiting.length >= rowsPerChange) await place()
      } else tellBad([read])
    }
  }
  await place()
  await analyzeRegions(rooms.db)
  if (sum.bad > badRowsSaidMax) print(`… and ${sum.bad - badRowsSaidMax} more bad rows.`)
  print(`${sum.rows} rows read: ${sum.added} regions added, ${sum.renamed} renamed, ${sum.asBefore} as before, ${sum.bad} bad rows left out.`)
  return sum.bad === 0 ? 0 : 1
}

/** Writes divisions in one change, the wide ones first. */
async function placeDivisions({ change, memory, ...rooms }: Rooms, divisions: readonly Division[]): Promise<Sorted[]> {
  const day = today(rooms)
  const all = [...impliedBy(divisions), ...divisions]
  return await change('no county', async (tx) => {
    await lockTree(tx)
    const placed: Sorted[] = []
    for (const level of [1, 2, 3, 4, 5]) {
      const here = all.filter((one) => one.level === level)
      if (here.length === 0) continue
      const above = [...new Set(here.flatMap(({ code }) => codeAbove(code) ?? []))]
      const known = await knownCodes(tx, level, here.map(({ code }) => code), day)
      const knownAbove = above.length > 0 ? await knownCodes(tx, level - 1, above, day) : known
      const sorted = sortDivisions(here, known, knownAbove)
      if (sorted.added.length > 0) await insertDivisions(tx, level, sorted.added, day)
      if (sorted.renamed.length > 0) await renameDivisions(tx, level, sorted.renamed, day)
      placed.push(sorted)
    }
    await forgetRegions(tx, memory)
    return placed
  })
}
