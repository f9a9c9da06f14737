import type { ClientDoor } from '#contract/exchange-doors.ts'
import type { Refusal } from '#server/kernel/refusal.ts'

/** Where a program sends orders that it signs; null where it brings none. */
export const ordersAddress = ({ publicUrl }: { publicUrl: string }, { county, id, opens }: { county: number; id: string; opens: readonly ClientDoor[] }): string | null =>
  (opens.includes('orders') ? `${publicUrl}/api/v1/counties/${county}/clients/${id}/orders` : null)

/** A key says which county it belongs to, so that it is found by the county's own index. */
export const keyText = (county: number, token: string): string => `gz${county}_${token}`

/** The county that a key names; undefined: it is none of ours. */
export function countyOfKey(key: string): number | undefined {
  const county = Number(/^gz(\d{1,9})_[A-Za-z0-9_-]{32}$/.exec(key)?.[1])
  return county > 0 ? county : undefined
}

/** Why a program can't come in by a door now. What ended is as unknown as what never was. */
export function whyNotIn(one: { opens: readonly string[]; validTo: Date | null; withdrawnAt: Date | null } | undefined, opens: string, now: Date): Refusal | undefined {
  if (!one || one.withdrawnAt !== null || (one.validTo !== null && one.validTo <= now)) return 'client.unknown'
  return one.opens.includes(opens) ? undefined : 'client.other_door'
}

/** Why a program can't be let in like this: orders can't be read without a mapping. */
export const whyNotMake = (opens: readonly ClientDoor[], hasMapping: boolean): Refusal | undefined =>
  opens.includes('orders') && !hasMapping ? 'client.no_mapping' : undefined
