import type { InBoth } from '#contract/wire.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import { categoryRows, type CategoryRow } from './catalogue.sql.ts'

interface Reading {
  db: Queryable
  memory: Memory
}

/** What can be reported in a county, by key; ended categories too, since old cases name them. */
export function knownCategories({ db, memory }: Reading, county: number): Promise<ReadonlyMap<string, CategoryRow>> {
  return memory.recall('categories', String(county), async () => new Map((await categoryRows(db, county)).map((row) => [row.key, row])))
}

export const categoryName = (row: CategoryRow | undefined): InBoth | null =>
  row ? { zh: row.name_zh, ...(row.name_en && { en: row.name_en }) } : null

/** @throws Refused category.not_found where it is named and can't be chosen */
export async function refuseUnknownCategory(reading: Reading, county: number, category: string | undefined): Promise<void> {
  if (category === undefined) return
  const row = (await knownCategories(reading, county)).get(category)
  refuseIf(row && row.ended_at === null ? undefined : 'category.not_found')
}
