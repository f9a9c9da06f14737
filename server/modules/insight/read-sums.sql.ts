import sql, { type Sql } from 'sql-template-tag'
import type { FigureKey } from '#contract/figure-keys.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Piece } from './cover.ts'
import type { Counted } from './figure.ts'
import { byNames, holder, piecesAs, placeBelow, withinScope, type Counting } from './narrow.sql.ts'
import { sumOfCount, sumOfEach, summed } from './sum.sql.ts'

type Summed = Pick<Counted, 'part' | 'body' | 'category' | 'channel' | 'place'> & { counts: number[] }

/** What sums can be narrowed to: not to a grid, nor do they say by grid what is in a community. */
export const isSummed = ({ village, grid }: Counting): boolean => village === undefined && grid === undefined

/** Counts of folded pieces, by part and by each name: the same as are counted from the rows in figure.sql.ts. */
export async function countedSums(db: Queryable, scope: Counting, pieces: readonly Piece[]): Promise<Counted[]> {
  if (pieces.length === 0) return []
  const ofPeriod = pieces.filter(({ part }) => part > 0)
  const byPart = await db.query<Summed>(sql`
    select one.part, null as body, null as category, null as channel, null as place, ${sumOfEach}::integer[] as counts from ${sumsOf(scope, pieces)} group by one.part`)
  const byName = await db.query<Summed>(sql`
    select null as part, body, category, channel, ${placeBelow(scope)} as place, ${sumOfEach}::integer[] as counts from ${sumsOf(scope, ofPeriod)} group by ${byNames(holder, scope)}`)
  return [...byPart, ...byName].flatMap(({ counts, ...named }) => summed.flatMap(({ key }, i) => (counts[i] ? [{ keys: [key], ...named, count: counts[i] }] : [])))
}

/** How many rows of folded pieces a key counts. */
export async function sumOfKey(db: Queryable, key: FigureKey, scope: Counting, pieces: readonly Piece[]): Promise<number> {
  if (pieces.length === 0) return 0
  const [row] = await db.query<{ n: number | null }>(sql`select ${sumOfCount(summed.findIndex((one) => one.key === key))}::integer as n from ${sumsOf(scope, pieces)}`)
  return row!.n ?? 0
}

const sumsOf = (scope: Counting, pieces: readonly Piece[]): Sql =>
  sql`${piecesAs(pieces)} join figure_sums row on row.starts_at = one.starts_at and row.ends_at = one.ends_at where ${withinScope(scope, holder)}`
