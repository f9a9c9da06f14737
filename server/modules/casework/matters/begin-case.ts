import { uuidv7 } from '#server/kernel/id.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { deskOf, knownBodies, type KnownBody } from '#server/modules/identity/index.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { unborn, type CaseCode, type CaseFile } from '../cases/case.ts'
import { received } from '../cases/decision.ts'
import { evolve, type CaseEvent } from '../cases/event.ts'
import { deskAbove, levelOf, type Bodies } from '../cases/ladder.ts'
import { refuseUnknownCategory } from '../catalogue/recall-catalogue.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import type { Place } from './locate-place.ts'
import { yearIn } from './year.ts'

export interface Beginning {
  county: number
  category: string | null
  /** Whose the asset is, where that was said. */
  owner?: string | undefined
  /** The component or event that a collector reports. */
  code?: CaseCode | undefined
  place: Place
  /** Does its resident wish that others see it. */
  wishesPublic?: boolean
  /** When it was received: clocks run from then. */
  at: Date
  /** The body that it is a complaint about: the desk above takes it in instead. */
  about?: string | undefined
  /** The desk that has it, where that is known; else the desk of its place. */
  desk?: string
}

/** A case that begins, ready to be written. */
export interface Begun {
  file: CaseFile
  event: CaseEvent
  desk: KnownBody
  year: number
  bodies: Bodies
}

/**
 * Begins a case, by whichever door it comes. All that must be known is asked here, before a change begins.
 * @throws Refused category.not_found, place.outside, case.body_unknown
 */
export async function beginCase(rooms: Rooms, { county, category, owner, code, place, wishesPublic = false, at, about, desk: known }: Beginning): Promise<Begun> {
  const [, policies, bodies, calendar] = await Promise.all([
    // What another case has already is not chosen now.
    known ? undefined : refuseUnknownCategory(rooms, county, category ?? undefined), knownPolicies(rooms, county), knownBodies(rooms, county), calendarOf(rooms, county),
  ])
  refuseIf(about && !bodies.get(about)?.isOpen ? 'case.body_unknown' : undefined)
  const nearest = orRefuse(bodies.get(known ?? '') ?? deskOf(bodies, place), 'place.outside')
  const desk = (nearest.id === about ? deskAbove(bodies, about) : undefined) ?? nearest
  const { version, rules } = policies.inForce({ town: place.town, category }, at)
  const publicity = wishesPublic && rules.mayBePublic ? 'wished' : 'private'
  const before = unborn({ county, id: uuidv7(), level: levelOf(desk), desk: desk.id, category, publicity, policy: version, ...(owner && { owner }), ...(code && { code }) })
  const event = received({ file: before, rules, timing: { calendar, warnShare: rules.warnShare }, now: at, newId: uuidv7 })
  return { file: evolve(before, event), event, desk, year: yearIn(calendar.zone, at), bodies }
}
