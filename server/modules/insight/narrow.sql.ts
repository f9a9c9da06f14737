import sql, { join, type Sql } from 'sql-template-tag'
import type { Scope } from '#server/kernel/reach.ts'
import type { Piece } from './cover.ts'
import type { Stretch } from './period.ts'

/** What figures are counted over: one scope within the caller's reach (scope.ts), so that there is no union; narrowed further. */
export interface Counting extends Scope {
  channel?: string
  /** Only what lies in no place below. */
  unplaced?: true
}

/** The rows that are counted. @param body the column of the body for which they count */
export function withinScope(scope: Counting, body: Sql): Sql {
  const { county, town, village, grid, categories, body: one, channel, unplaced } = scope
  const conditions = [sql`row.county = ${county}`]
  if (town !== undefined) conditions.push(sql`row.town = ${town}`)
  if (village !== undefined) conditions.push(sql`row.village = ${village}`)
  if (grid !== undefined) conditions.push(sql`row.grid = ${grid}`)
  if (one !== undefined) conditions.push(sql`${body} = ${one}::uuid`)
  if (categories) conditions.push(sql`row.category = any(${[...categories]}::text[])`)
  if (channel !== undefined) conditions.push(sql`row.channel = ${channel}`)
  if (unplaced) conditions.push(sql`${placeBelow(scope)} = 0`)
  return join(conditions, ' and ')
}

/** One level below the place that was asked for; 0: it is not known where. */
export function placeBelow({ town, village }: Counting): Sql {
  if (village !== undefined) return sql`coalesce(row.grid, 0)`
  return town !== undefined ? sql`coalesce(row.village, 0)` : sql`coalesce(row.town, 0)`
}

/** By body with its category, by channel, by place below: each row counts once in each. */
export const byNames = (body: Sql, scope: Counting): Sql => sql`grouping sets ((${body}, category), (channel), (${placeBelow(scope)}))`

/** Pieces of a period as rows `one`. */
export const piecesAs = (pieces: readonly Piece[]): Sql => sql`unnest(
  ${pieces.map(({ part }) => part)}::integer[], ${pieces.map(({ start }) => new Date(start))}::timestamptz[], ${pieces.map(({ end }) => new Date(end))}::timestamptz[]
) one (part, starts_at, ends_at)`

export const [desk, holder] = [sql`row.desk`, sql`row.body`]

export const during = (at: Sql, { start, end }: Pick<Stretch, 'start' | 'end'>): Sql => sql`${at} >= ${new Date(start)} and ${at} < ${new Date(end)}`

export const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)
