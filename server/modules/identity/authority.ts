import type { Refusal } from '#server/kernel/refusal.ts'
import { actedBy, covers, within, type Actor, type Held, type Scope } from '#server/kernel/reach.ts'
import { actionsOf, organisingActions, type Over } from './role.ts'

interface Levels {
  county: number
  town?: number | null
  village?: number | null
  grid?: number | null
}

/** Who changes authority, and by which of their posts, as facts name them. */
export interface By {
  person: string
  post: string
  body: string
  /** The grant that they acted under, where that is to be reported. */
  grant?: string
}

export const byOf = (actor: Actor, held: Held): By => actedBy(actor, held)

/** Where a right would reach: the region's place, and the body for rights over what a body holds. */
export interface Target {
  place: Levels
  categories?: readonly string[] | null
  body: string
  bodyPlace: Levels
}

/** The scope that an action gets by being given over a target. */
export function scopeGiven(over: Over, target: Target): Scope {
  const scope = over === 'area' ? levelsOf(target.place) : { ...levelsOf(target.bodyPlace), body: target.body }
  return target.categories ? { ...scope, categories: target.categories } : scope
}

/** A place as a scope: only the levels that it has. */
export function levelsOf({ county, town, village, grid }: Levels): Scope {
  const scope: Scope = { county }
  if (town != null) scope.town = town
  if (village != null) scope.village = village
  if (grid != null) scope.grid = grid
  return scope
}

/**
 * Giving a post with a role is a way of granting. Whoever organises the area (who has it in reach is asked before) may hand
 * out rights to handle cases, which they don't hold themselves; rights to organise only as far as they hold them, and may
 * pass them on.
 */
export function whyNotGiveRole(rights: readonly Right[], role: string, target: Target): Refusal | undefined {
  const needed = actionsOf(`role:${role}`).filter(([action]) => organisingActions.has(action))
  const isHeld = ([action, over]: readonly [string, Over]) => {
    const scope = scopeGiven(over, target)
    return rights.some((right) => right.action === action && right.mayDelegate && within(scope, right.scope))
  }
  return needed.every(isHeld) ? undefined : 'grant.not_held'
}

/**
 * A person may be reset or dismissed by somebody who could give them every post that they hold: whoever opens an account
 * by a link could use it. Where some of their posts lie beyond, those who have these in reach must do it.
 */
export function whyNotStandOver(rights: readonly Right[], posts: readonly { role: string; target: Target }[]): Refusal | undefined {
  const isCovered = ({ target }: { target: Target }) =>
    rights.some((right) => right.action === 'staff.change' && covers(right.scope, target.place))
  if (!posts.some(isCovered)) return 'not_found'
  const isMine = posts.every((post) => isCovered(post) && !whyNotGiveRole(rights, post.role, post.target))
  return isMine ? undefined : 'not_allowed'
}

/** A post that a person holds now, or a grant to it or to its body, with the place of its region. */
export interface AuthorityRow extends Levels {
  post: string
  body: string
  /** An action, or role:<role>. */
  action: string
  categories: string[] | null
  valid_to: Date | null
  /** The grant that it comes from; null: from the post's own role. */
  grant: string | null
  may_delegate: boolean
  report_afterwards: boolean
}

/** A right that a person holds now, with where it comes from. */
export interface Right extends Held {
  /** Undefined: from a post's role. */
  grant: string | undefined
  /** May it be passed on. What comes from a role always may. */
  mayDelegate: boolean
  validTo: Date | null
}

/** What is one's own comes before what was granted, and that before what is to be reported: whoever may anyhow reports nothing. */
export const ownFirst = (rows: readonly AuthorityRow[]): AuthorityRow[] => rows.toSorted((one, other) => rankOf(one) - rankOf(other))

const rankOf = ({ grant, report_afterwards }: AuthorityRow) => (grant === null ? 0 : report_afterwards ? 2 : 1)

/** A post's role or a grant, as the rights that it is made of. */
export function rightsOf(row: AuthorityRow): Right[] {
  const { post, body, categories } = row
  const reported = row.report_afterwards && row.grant ? { reported: row.grant } : {}
  const area = { ...levelsOf(row), ...(categories && { categories }) }
  const own = { county: row.county, body, ...(categories && { categories }) }
  return actionsOf(row.action).map(([action, over]) => ({
    action, scope: over === 'area' ? area : own, post, body, ...reported,
    grant: row.grant ?? undefined, mayDelegate: row.may_delegate, validTo: row.valid_to,
  }))
}

/** By which of their rights somebody gives a grant. */
export interface Source {
  /** The grant that it is delegated from; withdrawn with it. Undefined: from their posts' roles. */
  grant: string | undefined
  /** No grant lasts longer than what it rests on. */
  validTo: Date | null
  post: string
  body: string
}

/**
 * Whoever grants must hold all of it over the whole scope, and be allowed to pass it on where they hold it by a grant.
 * Rights from roles count first; else one grant, with their roles beside it, must cover everything.
 * @param wanted the actions with the scopes that the grant would give
 */
export function sourceOf(rights: readonly Right[], wanted: readonly { action: string; scope: Scope }[]): Source | Refusal {
  if (wanted.length === 0) return 'grant.not_held'
  const longestFirst = rights.toSorted((a, b) => endsAt(b) - endsAt(a))
  const holdsBy = (grant: string | undefined, need: { action: string; scope: Scope }) =>
    longestFirst.find((right) => right.action === need.action && (right.grant === undefined || right.grant === grant) && within(need.scope, right.scope))
  const grants = [undefined, ...new Set(longestFirst.filter((right) => right.mayDelegate).map((right) => right.grant))]
  for (const grant of grants) {
    const used = wanted.flatMap((need) => holdsBy(grant, need) ?? [])
    if (used.length < wanted.length) continue
    const chosen = used.find((right) => right.grant !== undefined) ?? used[0]!
    const shortest = used.reduce((one, other) => (endsAt(other) < endsAt(one) ? other : one))
    return { grant: chosen.grant, validTo: shortest.validTo, post: chosen.post, body: chosen.body }
  }
  return whyNoSource(rights, wanted)
}

const endsAt = (right: Right) => right.validTo?.getTime() ?? Number.MAX_SAFE_INTEGER

function whyNoSource(rights: readonly Right[], wanted: readonly { action: string; scope: Scope }[]): Refusal {
  const ofAction = (action: string) => rights.filter((right) => right.action === action)
  if (wanted.some(({ action }) => ofAction(action).length === 0)) return 'grant.not_held'
  const isCovered = ({ action, scope }: { action: string; scope: Scope }) => ofAction(action).some((right) => within(scope, right.scope))
  return wanted.every(isCovered) ? 'grant.not_delegable' : 'grant.outside_scope'
}
