import type { Transaction } from '#server/kernel/database.ts'
import { Refused } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { keepPseudonymous, pseudonymousId } from '#server/modules/identity/index.ts'
import { locatePoint, placeOfRegion } from '#server/modules/regions/index.ts'
import { insertCase } from '../cases/case.sql.ts'
import { numberOf, titleOf } from '../cases/number.ts'
import { appealAddress, appealBehalfName, appealBehalfPhone } from '../personal.ts'
import { beginCase } from './begin-case.ts'

/** What a machine or another program reports. Nobody signed in: whoever it speaks of is kept by a pseudonym. */
export interface FromOutside {
  county: number
  channel: 'signal' | 'open311' | 'platform'
  /** Of the appeal. */
  id: string
  /** Who sends it, and whom it names by a word of its own; null: nobody, then there is nobody to answer either. */
  source: string
  who: string | null
  name?: string | null
  phone?: string | null
  title?: string
  words: string
  category: string | null
  /** By point, else by region, else somewhere in the county: then the county's own desk takes it in. */
  place: { point?: { lon: number; lat: number } | null; region?: number | null; address?: string | null }
  /** A hash of what was sent. */
  sent: Buffer
  /** What the trail says of where it came from: names of programs and ids, nothing of a person. */
  values: Record<string, string>
}

/** A case that is ready to be written. */
export interface Ready {
  id: string
  desk: string
  /** Writes it, as the last statement of a change. @returns its number */
  write(tx: Transaction): Promise<string>
}

/**
 * Opens a case for a machine or another program, as `submitAppeal` does for a resident. All that must be known is asked here,
 * before a change begins.
 * @throws Refused category.not_found, place.outside
 */
export async function receiveFromOutside(rooms: Rooms, given: FromOutside, now: Date): Promise<Ready> {
  const { county, category } = given
  const { vault } = rooms
  const place = await placeOf(rooms, given)
  const { file, event, desk, year } = await beginCase(rooms, { county, category, place, at: now })
  const { id } = file
  const person = pseudonymousId(vault, given.source, given.who ?? 'nobody')
  const sealed = (text: string | null | undefined, field: string) => (text ? vault.seal(field, text) : null)
  const appeal = {
    id: given.id, person, channel: given.channel, words: given.words, photos: [], sent: given.sent,
    address: sealed(given.place.address, appealAddress.name), behalfName: sealed(given.name, appealBehalfName.name), behalfPhone: sealed(given.phone, appealBehalfPhone.name),
    lon: given.place.point?.lon ?? null, lat: given.place.point?.lat ?? null,
  }
  const fact = {
    county, subject: id, kind: event.kind, version: file.version, by: { person }, at: now,
    detail: { ...event.detail, values: { ...given.values, channel: given.channel } },
  }
  return {
    id,
    desk: desk.id,
    async write(tx) {
      await keepPseudonymous(tx, vault, [{ id: person, name: null }], now)
      const title = titleOf(given.title ?? given.words)
      const row = await insertCase(tx, { file, year, title, place, receivedAt: now, hasAppellant: given.who !== null }, appeal, fact)
      return numberOf({ year, ...row })
    },
  }
}

const levelsOf = (place: { town?: number | null; village?: number | null; grid?: number | null }) => ({
  town: place.town ?? null, village: place.village ?? null, grid: place.grid ?? null,
})

/** A machine's point may lie beyond every boundary: then its region says where it stands. */
async function placeOf(rooms: Rooms, { county, who, place: { point, region, address } }: FromOutside) {
  const found = point && (await locatePoint(rooms, county, point))
  if (found) return levelsOf(found)
  const placed = region ? await placeOfRegion(rooms, region) : undefined
  if (placed?.place.county === county) return levelsOf(placed.place)
  if (point && !address?.trim() && who !== null) throw new Refused('place.outside')
  return levelsOf({})
}
