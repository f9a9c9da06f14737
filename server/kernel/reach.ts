import type { Place } from '#contract/wire.ts'

/**
 * Who may do what, where. One rule in two forms: can() for a single row, reachOf() in reach.sql.ts for lists.
 * A property test holds the two to the same answer.
 */

/** How far an action reaches: over an area, or over what one's own body holds. */
export interface Scope {
  county: number
  town?: number
  village?: number
  grid?: number
  /** Only rows in these categories; undefined is all. */
  categories?: readonly string[]
  /** Only rows that this body holds or held; undefined is every row of the area. */
  body?: string
}

/** An action that a person holds through a post or a grant. */
export interface Held {
  action: string
  scope: Scope
  post: string
  body: string
  /** The grant that it comes from, where what is done under it is reported to whoever gave it 先办后报. */
  reported?: string
}

/** Who is calling. */
export interface Actor {
  person: string
  session: string
  app: 'resident' | 'office'
  language: 'zh' | 'en'
  /** When the session ends by itself. */
  until: Date
  holds: readonly Held[]
}

/** A row as authority sees it. */
export interface Reached {
  county: number
  town?: number | null
  village?: number | null
  grid?: number | null
  category?: string | null
  /** Bodies that hold or held it. */
  bodies?: readonly string[]
}

/** The holding by which the actor may do the action on the row, or undefined: no. */
export function can(actor: Actor, action: string, row: Reached): Held | undefined {
  return actor.holds.find((held) => held.action === action && covers(held.scope, row))
}

/** Is the actor of the body that something must be kept from. */
export const isKeptFrom = (actor: Pick<Actor, 'holds'>, body: string | null): boolean => body !== null && actor.holds.some((held) => held.body === body)

/** Who acts, as facts name them: by which post, for which body, and under which grant, where that is to be reported. */
export const actedBy = ({ person }: Pick<Actor, 'person'>, { post, body, reported }: Held) => ({ person, post, body, ...(reported && { grant: reported }) })

/** The bodies for which the actor may do the action somewhere in the county. */
export function bodiesFor(actor: Actor, action: string, county: number): string[] {
  return [...new Set(actor.holds.filter((held) => held.action === action && held.scope.county === county).map((held) => held.body))]
}

/** Does the actor hold the action anywhere in the county (or anywhere at all). */
export function holdsSomewhere(actor: Actor, action: string, county?: number): boolean {
  return actor.holds.some((held) => held.action === action && (county === undefined || held.scope.county === county))
}

/** Does a scope cover a row. */
export function covers(scope: Scope, row: Reached): boolean {
  if (scope.county !== row.county) return false
  if (scope.town !== undefined && scope.town !== row.town) return false
  if (scope.village !== undefined && scope.village !== row.village) return false
  if (scope.grid !== undefined && scope.grid !== row.grid) return false
  if (scope.categories && !(row.category && scope.categories.includes(row.category))) return false
  return scope.body === undefined || (row.bodies ?? []).includes(scope.body)
}

/** Does the first scope lie inside the second: whoever holds the second may give the first. */
export function within(inner: Scope, outer: Scope): boolean {
  if (inner.county !== outer.county) return false
  for (const level of ['town', 'village', 'grid'] as const) {
    if (outer[level] !== undefined && inner[level] !== outer[level]) return false
  }
  if (outer.categories && !inner.categories?.every((category) => outer.categories?.includes(category))) return false
  return outer.body === undefined || inner.body === outer.body
}

/** The scope of a region's place. */
export function scopeOf(place: Place, categories?: readonly string[]): Scope {
  return { ...place, ...(categories && { categories }) }
}
