import { createReadStream } from 'node:fs'
import type { Rooms } from '#server/kernel/rooms.ts'
import { openFile } from '../imports/open-file.ts'
import { insertCategories } from './catalogue.sql.ts'
import { categoriesOf, type NewCategory } from './category.ts'

const reasons = { empty: 'names no category', gap: 'leaves out a level', too_long: 'has a name that is too long' }

/**
 * Reads categories from a CSV file, names from the widest on, one chain a row, into counties. What is there stays as it is.
 * @returns how many were added to each county, and how many rows were left out
 */
export async function importCategories({ change, memory }: Rooms, path: string, counties: readonly number[], print: (line: string) => void): Promise<{ bad: number }> {
  const { found, bad } = await readCategories(path, print)
  const added = new Set<number>()
  for (const county of counties) {
    added.add(await change(county, async (tx) => {
      const count = await insertCategories(tx, county, found)
      await memory.forget(tx, 'categories', String(county))
      return count
    }))
  }
  print(`${found.length} categories read for ${counties.length} counties: ${[...added].join(' or ')} added to each, ${bad} bad rows left out.`)
  return { bad }
}

async function readCategories(path: string, print: (line: string) => void): Promise<{ found: NewCategory[]; bad: number }> {
  const found = new Map<string, NewCategory>()
  let bad = 0
  // Any columns will do: their order is what counts.
  const { rows } = await openFile(() => createReadStream(path), { format: 'csv', needs: [] })
  for await (const row of rows) {
    const chain = 'cells' in row ? categoriesOf([...row.cells.values()].map((cell) => String(cell ?? ''))) : 'empty'
    if (typeof chain === 'string') {
      bad += 1
      print(`${path}:${row.line} ${'fault' in row ? row.fault : reasons[chain]}`)
    } else for (const one of chain) found.set(one.key, one)
  }
  return { found: [...found.values()], bad }
}
