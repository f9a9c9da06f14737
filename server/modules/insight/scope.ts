import type { Place } from '#contract/wire.ts'
import type { Scope } from '#server/kernel/reach.ts'
import { within } from '#server/kernel/reach.ts'

/** What a caller asks to see figures of. */
export interface Asked {
  place: Place | undefined
  body: string | undefined
  /** With all below it. */
  categories: readonly string[] | undefined
}

/**
 * The scope that figures are counted over, which always lies within one that the caller holds: what was not asked for is
 * as wide as that. Undefined where nothing that they hold covers what they ask.
 */
export function scopeOf(held: readonly Scope[], asked: Asked): Scope | undefined {
  const able = held.flatMap((scope) => {
    const wanted = narrowed(scope, asked)
    return within(wanted, scope) ? [wanted] : []
  })
  return able.toSorted((a, b) => breadth(b) - breadth(a))[0]
}

/** The held scope, with what was asked for in its place. */
function narrowed({ body, categories, ...area }: Scope, asked: Asked): Scope {
  const wantedBody = asked.body ?? body
  const wantedCategories = asked.categories ?? categories
  return { ...(asked.place ?? area), ...(wantedBody && { body: wantedBody }), ...(wantedCategories && { categories: wantedCategories }) }
}

/** Wider scopes come first: a whole area before what one body holds, a county before a town. */
function breadth({ town, village, grid, body, categories }: Scope): number {
  return (body ? 0 : 8) + (categories ? 0 : 4) + [grid, village, town].filter((one) => one === undefined).length
}
