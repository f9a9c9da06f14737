import type { CodeList } from '#contract/site-codes.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { codeOfRegion } from '#server/modules/regions/index.ts'
import { inForceAt } from '../books/book.ts'
import { recallBooks } from '../books/recall-books.ts'
import { knownCategories } from '../catalogue/recall-catalogue.ts'
import { catalogueInForce } from '../routing/recall-routing.ts'
import { noCodes, type Known } from './list.ts'

type Reading = Pick<Rooms, 'db' | 'memory'>

/** The list in force, and the county's own code, with which every code begins. Remembered: ask before a change begins. */
export async function codesInForce(rooms: Reading, county: number, now: Date): Promise<{ book: number; effectiveFrom: Date | null; list: CodeList; county: string }> {
  const [versions, code] = await Promise.all([recallBooks<CodeList>(rooms, county, 'codes'), countyCode(rooms, county)])
  const found = inForceAt(versions, now)
  return { book: found?.version ?? 0, effectiveFrom: found?.effectiveFrom ?? null, list: found?.content ?? noCodes, county: code }
}

export const countyCode = async (rooms: Reading, county: number): Promise<string> => (await codeOfRegion(rooms, county)) ?? ''

/** What a list is held against. */
export async function knownFor(rooms: Reading, county: number, now: Date): Promise<Known> {
  const [categories, { content }] = await Promise.all([knownCategories(rooms, county), catalogueInForce(rooms, county, now)])
  return {
    hasCategory: (category) => categories.get(category)?.ended_at === null,
    hasOwner: (owner) => content.owners.some(({ key }) => key === owner),
  }
}
