import sql, { join, type Sql } from 'sql-template-tag'
import type { Actor, Held } from './reach.ts'

/**
 * The same answer as can(), as the conditions of a list: one per branch, to be joined by UNION and never by OR
 * ("in my area or shared with me" as one condition is a hundred times slower).
 * `row` is the alias that carries county, town, village, grid, category; bodies are given apart, since a list by body
 * starts from the bodies' own index.
 */
export interface Branch {
  where: Sql
  body: string | undefined
  /** Nothing but the county and the body is asked. */
  isWhole: boolean
}

/** Branches of the action in one county; none means an empty list. Wider scopes swallow narrower ones. */
export function branchesOf(actor: Actor, action: string, county: number): Branch[] {
  const held = actor.holds.filter((one) => one.action === action && one.scope.county === county)
  const kept = held.filter((one, i) => !held.some((other, j) => i !== j && swallows(other, one) && !(swallows(one, other) && i < j)))
  return kept.map(({ scope }) => ({ where: areaOf(scope), body: scope.body, isWhole: isWhole(scope) }))
}

const isWhole = ({ town, village, grid, categories }: Held['scope']) => [town, village, grid, categories].every((one) => one === undefined)

function areaOf(scope: Held['scope']): Sql {
  const conditions = [sql`row.county = ${scope.county}`]
  if (scope.town !== undefined) conditions.push(sql`row.town = ${scope.town}`)
  if (scope.village !== undefined) conditions.push(sql`row.village = ${scope.village}`)
  if (scope.grid !== undefined) conditions.push(sql`row.grid = ${scope.grid}`)
  if (scope.categories) conditions.push(sql`row.category = any(${[...scope.categories]}::text[])`)
  return join(conditions, ' and ')
}

function swallows(wide: Held, narrow: Held): boolean {
  const levels = ['town', 'village', 'grid'] as const
  if (levels.some((level) => wide.scope[level] !== undefined && wide.scope[level] !== narrow.scope[level])) return false
  if (wide.scope.body !== undefined && wide.scope.body !== narrow.scope.body) return false
  const { categories } = wide.scope
  return !categories || (narrow.scope.categories?.every((category) => categories.includes(category)) ?? false)
}
