import type { NamedRegion, Place } from '#contract/wire.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { today } from './read-today.ts'
import { openByCode, regionsById } from './region.sql.ts'
import type { Region } from './region.ts'

type Reading = Pick<Rooms, 'db' | 'memory'>

const topic = 'regions'

/** Regions by number; what does not exist is missing. Remembered: ask before a change begins, never inside. */
export async function recallRegions({ db, memory }: Reading, ids: readonly number[]): Promise<Map<number, Region>> {
  // One query for all that is not remembered yet, however many ask for it.
  let loading: Promise<Region[]> | undefined
  const load = async (id: number) => (await (loading ??= regionsById(db, ids))).find((one) => one.id === id)
  const found = await Promise.all(ids.map((id) => memory.recall(topic, String(id), () => load(id))))
  return new Map(found.filter((one) => one !== undefined).map((one) => [one.id, one]))
}

export async function recallRegion(reading: Reading, id: number): Promise<Region | undefined> {
  return (await recallRegions(reading, [id])).get(id)
}

/** Regions were made, renamed or ended: every process forgets them when the change commits. */
export const forgetRegions = (tx: Queryable, memory: Memory): Promise<void> => memory.forget(tx, topic)

/** The name of a region as replies carry it; undefined where there is no such region. */
export async function regionName(reading: Reading, id: number): Promise<NamedRegion | undefined> {
  return (await namesOf(reading, [id])).get(id)
}

/** The division code of a region; undefined where there is no such region. */
export const codeOfRegion = async (reading: Reading, id: number): Promise<string | undefined> => (await recallRegion(reading, id))?.code

/** Names of many regions by number, ended ones too; what does not exist is missing. */
export async function namesOf(reading: Reading, ids: readonly number[]): Promise<Map<number, NamedRegion>> {
  const regions = await recallRegions(reading, ids)
  return new Map([...regions.values()].map((one) => [one.id, named(one)]))
}

export const named = ({ id, level, name }: Region): NamedRegion => ({ id, level, name })

export interface PlacedRegion {
  place: Place
  level: number
  /** From the province down to the region itself. */
  chain: NamedRegion[]
  /** Regions come and go: isOpenOn() says whether it is there on a day. */
  validFrom: string
  validTo: string | null
}

/** Where a region lies. Undefined where there is no such region, and above the counties. */
export async function placeOfRegion(reading: Reading, id: number): Promise<PlacedRegion | undefined> {
  const region = await recallRegion(reading, id)
  if (!region?.place) return undefined
  const { place, level, validFrom, validTo } = region
  return { place, level, validFrom, validTo, chain: await chainOf(reading, region) }
}

/** The names from the province down to the region itself. */
export async function chainOf(reading: Reading, region: Region): Promise<NamedRegion[]> {
  const above = await recallRegions(reading, region.above)
  return [...region.above.flatMap((id) => above.get(id) ?? []), region].map(named)
}

/** Places inside counties by division code, as they are today; other codes are missing. Ask before a change begins, never inside. */
export async function placesByCode(
  reading: Reading & Pick<Rooms, 'clock' | 'config'>, codes: readonly string[],
): Promise<Map<string, { county: number; town: number | null; village: number | null; grid: number | null }>> {
  const day = today(reading)
  let loading: Promise<Region[]> | undefined
  const load = async (code: string) => (await (loading ??= openByCode(reading.db, codes, day))).find((one) => one.code === code)
  const found = await Promise.all(codes.map((code) => reading.memory.recall(topic, `code ${code} ${day}`, () => load(code))))
  return new Map(found.flatMap((one) => {
    if (!one?.place) return []
    const { county, town, village, grid } = one.place
    return [[one.code, { county, town: town ?? null, village: village ?? null, grid: grid ?? null }]]
  }))
}
