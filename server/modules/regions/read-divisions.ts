import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { columnsOf, divisionsOf, type BadRow, type Columns, type Division } from './division.ts'

/** The files that are meant: a folder stands for all .csv and .csv.gz in it. Wide divisions come first. */
export async function filesOf(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(async (path) => {
    if (!(await stat(path)).isDirectory()) return [path]
    return (await readdir(path)).filter((name) => /\.csv(\.gz)?$/.test(name)).toSorted().map((name) => join(path, name))
  }))
  const files = await Promise.all(found.flat().map(async (path) => ({ path, depth: await depthOf(path) })))
  return files.toSorted((a, b) => a.depth - b.depth).map(({ path }) => path)
}

/** The level of a file's first division; a file that has none comes last. */
async function depthOf(path: string): Promise<number> {
  for await (const read of readDivisions(path)) if (Array.isArray(read)) return read.at(-1)!.level
  return Infinity
}

/**
 * Reads a file of divisions row by row, as it comes from the disk: what each row names, or what is wrong with it.
 * @throws Error with a sentence for the operator, where the file can't be read or is of another kind
 */
export async function* readDivisions(path: string): AsyncGenerator<Division[] | BadRow> {
  const file = basename(path)
  const parser = parse({ bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true, info: true })
  const bytes = createReadStream(path)
  const ended = () => {} // what breaks on the way is thrown where the rows are read
  if (path.endsWith('.gz')) pipeline(bytes, createGunzip(), parser, ended)
  else pipeline(bytes, parser, ended)

  let columns: Columns | undefined
  let width = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const at = `${file}:${info.lines}`
      if (!columns) {
        columns = columnsOf(record)
        width = record.length
        if (!columns) throw new Error('its first line must name the columns code and name, or village_code and village with those above')
      } else if (record.length !== width) {
        yield { at, why: `has ${record.length} columns, the first line ${width}` }
      } else {
        yield divisionsOf(columns, record, at)
      }
    }
  } catch (error) {
    throw new Error(`${file} can't be read: ${error instanceof Error ? error.message : 'unknown fault'}`, { cause: error })
  }
}
