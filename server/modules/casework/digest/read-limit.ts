import type { Actor } from '#server/kernel/reach.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import { knownPolicies } from '../policies/recall-policies.ts'

/** How many cards a day a leader is to decide, by the rules of their body’s town; undefined for whoever is no leader. */
export async function limitOf(rooms: Rooms, actor: Actor, county: number, now: Date): Promise<number | undefined> {
  const held = actor.holds.find((one) => one.action === 'gate.decide' && one.scope.county === county)
  if (!held) return undefined
  const body = (await knownBodies(rooms, county)).get(held.body)
  return await limitIn(rooms, county, body?.place.town ?? null, now)
}

/** The limit of the leader of a body in a town, or in none. */
export async function limitIn(rooms: Rooms, county: number, town: number | null, now: Date): Promise<number> {
  return (await knownPolicies(rooms, county)).inForce({ town, category: null }, now).rules.cardsADay
}
