import type { Refusal } from '#server/kernel/refusal.ts'
import type { Source, Target } from '../authority.ts'
import { scopeGiven } from '../authority.ts'
import { actionsOf } from '../role.ts'

/** The actions that a grant gives, each with its scope. Empty where the action or role is unknown. */
export const givenBy = (action: string, target: Target) => actionsOf(action).map(([name, over]) => ({ action: name, scope: scopeGiven(over, target) }))

/** A grant lasts no longer than what it is delegated from. @returns its end, or why not */
export function endOf(source: Source, from: Date, to: Date | null): { validTo: Date | null } | Refusal {
  if (to !== null && to <= from) return 'bad_input'
  if (source.validTo === null) return { validTo: to }
  if (from >= source.validTo || (to !== null && to > source.validTo)) return 'grant.outside_scope'
  return { validTo: to ?? source.validTo }
}

/**
 * A grant is withdrawn by whoever's post gave it, by whoever could give it now, or by whoever organises its area.
 * Others who may look at grants there may not.
 */
export function whyNotWithdraw(by: { gaveIt: boolean; couldGiveIt: boolean; organises: boolean }): Refusal | undefined {
  return by.gaveIt || by.couldGiveIt || by.organises ? undefined : 'not_allowed'
}
