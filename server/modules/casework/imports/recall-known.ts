import type { Mapping } from '#contract/imports.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import type { Calendar } from '#server/kernel/calendar.ts'
import { deskOf, knownBodies, type KnownBody } from '#server/modules/identity/index.ts'
import { calendarOf, placesByCode } from '#server/modules/regions/index.ts'
import { knownCategories } from '../catalogue/recall-catalogue.ts'
import { knownPolicies, type Policies } from '../policies/recall-policies.ts'
import { keyFinder } from '../catalogue/category.ts'
import type { Bodies } from '../cases/ladder.ts'
import type { ImportRecord } from './import.sql.ts'
import { codesNamed, type Known, type PlaceFound } from './reading.ts'
import type { Cell } from './record.ts'
import { Unreadable } from './unreadable.ts'

/** What a county knows that rows are compared with, and that cases begin with. */
export interface CountyKnown {
  bodies: Bodies
  policies: Policies
  calendar: Calendar
  keyOf: ReturnType<typeof keyFinder>
}

/** What rows are compared with, and the counties that they may lie in. Asked before a change begins, never inside. */
export interface AllKnown extends Known {
  of: (county: number) => CountyKnown
  deskAt: (place: PlaceFound) => KnownBody | undefined
}

/** @param rows whose columns of codes are looked up, where the mapping has such */
export async function knownFor(rooms: Rooms, job: Pick<ImportRecord, 'county' | 'mapping' | 'spans_counties'>, rows: readonly ReadonlyMap<string, Cell>[]): Promise<AllKnown> {
  const places = await placesByCode(rooms, codesNamed(job.mapping, rows))
  const counties = [...new Set([...places.values()].map(({ county }) => county))]
  const known = new Map(await Promise.all(counties.map(async (county) => [county, await countyKnown(rooms, county)] as const)))
  const of = (county: number) => known.get(county)!
  const deskAt = (place: PlaceFound) => deskOf(of(place.county).bodies, place)
  return {
    now: rooms.clock(), zone: rooms.config.zone, places, of, deskAt,
    county: job.spans_counties ? undefined : job.county,
    hasDesk: (place) => deskAt(place) !== undefined,
    categoryOf: (county, by, values) => of(county).keyOf(by, values),
  }
}

async function countyKnown(rooms: Rooms, county: number): Promise<CountyKnown> {
  const [bodies, policies, calendar, categories] = await Promise.all([
    knownBodies(rooms, county), knownPolicies(rooms, county), calendarOf(rooms, county), knownCategories(rooms, county),
  ])
  return { bodies, policies, calendar, keyOf: keyFinder(categories) }
}

/** @throws Unreadable where the mapping leads to regions that are not there, lie elsewhere, or have no desk */
export function refuseMapping(mapping: Mapping, known: Known): void {
  const codes = codesNamed(mapping, [])
  const missing = codes.filter((code) => !known.places.has(code))
  if (missing.length > 0) throw new Unreadable('unknown_region', { codes: missing.join(', ') })
  const strange = codes.filter((code) => known.county !== undefined && known.places.get(code)!.county !== known.county)
  if (strange.length > 0) throw new Unreadable('not_in_county', { codes: strange.join(', ') })
  const empty = codes.filter((code) => !known.hasDesk(known.places.get(code)!))
  if (empty.length > 0) throw new Unreadable('no_desk', { codes: empty.join(', ') })
}
