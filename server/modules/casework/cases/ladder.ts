import type { CaseLevel } from '#contract/casework.ts'
import type { KnownBody } from '#server/modules/identity/index.ts'
import type { PolicyRules } from './policy.ts'

/** Which desk stands above and below which. */
export type Bodies = ReadonlyMap<string, KnownBody>

/** The level of handling that a desk stands for (SQT-4). */
export function levelOf(desk: KnownBody): CaseLevel {
  if (desk.level >= 5) return 'self'
  return desk.level === 4 ? 'coordinated' : 'joint'
}

/**
 * Where one key up may lead from a desk, the first proposed: the nearest desk above, then the other desks and the departments above.
 */
export function upFrom(bodies: Bodies, desk: KnownBody): KnownBody[] {
  const all = [...bodies.values()].filter((body) => body.isOpen && body.id !== desk.id)
  const above = all.filter((body) => body.isDesk && isAbove(body, desk)).toSorted((a, b) => b.level - a.level)
  const isOfCounty = (body: KnownBody) => body.level === 3 && !body.isDesk && (body.kind === 'department' || body.kind === 'utility' || body.kind === 'station')
  return [...above, ...(desk.level === 3 ? [] : all.filter(isOfCounty))]
}

/** Of the ways up, those that the rules leave open: every one, or the next desk above alone. */
export const allowedUp = (ways: readonly KnownBody[], up: PolicyRules['up']): KnownBody[] =>
  up === 'any' ? [...ways] : ways.filter((body) => body.isDesk).slice(0, 1)

/** Desks to which a case may be sent down: those within the sender's region, the case's own place first. */
export function downFrom(bodies: Bodies, desk: KnownBody, place: KnownBody['place']): KnownBody[] {
  const below = [...bodies.values()].filter((body) => body.isDesk && body.isOpen && body.id !== desk.id && isAbove(desk, body))
  const isHere = (body: KnownBody) => (body.level === 5 ? body.place.village === place.village : body.place.town === place.town)
  const next = desk.level === 3 ? 4 : desk.level + 1
  return below.filter((body) => body.level === next || isHere(body)).toSorted((a, b) => Number(isHere(b)) - Number(isHere(a)) || a.level - b.level)
}

/** The desk of the whole county, where what nobody below decides is decided. */
export const topDesk = (bodies: Bodies): KnownBody | undefined => [...bodies.values()].find((body) => body.isDesk && body.isOpen && body.level === 3 && body.kind === 'centre')
  ?? [...bodies.values()].find((body) => body.isDesk && body.isOpen && body.level === 3)

/** The desk next above a body. */
export const deskAbove = (bodies: Bodies, id: string): KnownBody | undefined => {
  const body = bodies.get(id)
  return body && upFrom(bodies, body).find((one) => one.isDesk)
}

/** The lowest desk that stands above all of these bodies; undefined where one of them is the top. */
export const deskAboveAll = (bodies: Bodies, ids: readonly string[]): KnownBody | undefined => {
  const ways = ids.map((id) => upFrom(bodies, bodies.get(id)!).filter((one) => one.isDesk))
  return ways[0]?.find((desk) => ways.every((way) => way.some((one) => one.id === desk.id)))
}

/** Does the first body's region hold the second's, and more. */
function isAbove(high: KnownBody, low: KnownBody): boolean {
  if (high.level === 3) return low.level > 3 || (high.isDesk && !low.isDesk && low.level === 3)
  if (high.level === 4) return low.level > 4 && low.place.town === high.place.town
  return high.level === 5 && low.level > 5 && low.place.village === high.place.village
}
