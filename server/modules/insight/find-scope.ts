import type { InBoth, NamedBody, NamedRegion } from '#contract/wire.ts'
import type { Actor, Scope } from '#server/kernel/reach.ts'
import { orRefuse, Refused } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { categoriesOfTrack, categoryName, knownCategories, knownTracks } from '#server/modules/casework/index.ts'
import { knownBodies, namedBody } from '#server/modules/identity/index.ts'
import { placeOfRegion, regionName } from '#server/modules/regions/index.ts'
import type { Counting } from './narrow.sql.ts'
import { monthAt, periodOf, type Period } from './period.ts'
import { scopeOf } from './scope.ts'

/** What the operations of this module have in common: who asks, what for. */
export interface Asking extends Rooms {
  actor: Actor
  now: Date
  params: { county: number }
  query: { period?: string; region?: number; body?: string; category?: string; track?: string; channel?: string; unplaced?: boolean }
}

export interface Asked {
  scope: Counting
  period: Period
  /** What that is called. */
  of: { region: NamedRegion; body: NamedBody | null; category: InBoth | null }
  /** The widest that could be asked for. */
  reach: { region: NamedRegion; body: NamedBody | null }
}

/** What is asked for, where it lies within reach. @throws Refused not_found beyond it, bad_input for a period that is none */
export async function findScope(call: Asking): Promise<Asked> {
  const { actor, config, now, params: { county }, query } = call
  const period = periodOf(query.period ?? monthAt(config.zone, now), config.zone)
  if (!period) throw new Refused('bad_input', { fields: [{ path: '/period', message: 'format' }] })
  const [place, categories] = await Promise.all([placeOf(call), categoriesBelow(call), refuseUnknownBody(call)])
  const held = actor.holds.filter((one) => one.action === 'figures.read' && one.scope.county === county).map((one) => one.scope)
  const scope = orRefuse(scopeOf(held, { place, body: query.body, categories }))
  const widest = orRefuse(scopeOf(held, { place: undefined, body: undefined, categories: undefined }))
  const [region, regionOfReach, body, bodyOfReach, known] = await Promise.all([
    regionOf(call, scope), regionOf(call, widest), bodyOf(call, scope), bodyOf(call, widest), knownCategories(call, county),
  ])
  const category = categoryName(known.get(query.category ?? ''))
  return { scope: { ...scope, ...(query.channel && { channel: query.channel }), ...(query.unplaced && { unplaced: true }) }, period, of: { region, body, category }, reach: { region: regionOfReach, body: bodyOfReach } }
}

const regionOf = async (call: Asking, { county, town, village, grid }: Scope) => orRefuse(await regionName(call, grid ?? village ?? town ?? county))

async function bodyOf(call: Asking, { county, body }: Scope): Promise<NamedBody | null> {
  const known = body === undefined ? undefined : (await knownBodies(call, county)).get(body)
  return known ? namedBody(known) : null
}

async function placeOf(call: Asking) {
  const { params: { county }, query: { region } } = call
  if (region === undefined) return undefined
  const { place } = orRefuse(await placeOfRegion(call, region))
  return orRefuse(place.county === county ? place : undefined)
}

async function refuseUnknownBody(call: Asking): Promise<void> {
  const { params: { county }, query: { body } } = call
  if (body !== undefined) orRefuse((await knownBodies(call, county)).get(body))
}

/** Those of a track, and where a category is asked for too, what is of both. A track of nothing holds nothing. */
async function categoriesIn(call: Asking, track: string): Promise<string[]> {
  const { params: { county }, query } = call
  const { tracks } = await knownTracks(call, county)
  orRefuse(tracks.find(({ key }) => key === track))
  const ofTrack = categoriesOfTrack(await knownCategories(call, county), track)
  const below = await categoriesBelow({ ...call, query: { ...query, track: undefined } })
  return below ? ofTrack.filter((key) => below.includes(key)) : ofTrack
}

/** The category with all below it; '' for those that are not sorted yet, as their rows have it. */
async function categoriesBelow(call: Asking): Promise<string[] | undefined> {
  const { params: { county }, query: { category, track } } = call
  if (track !== undefined) return await categoriesIn(call, track)
  if (category === undefined) return undefined
  if (category === 'none') return ['']
  const known = await knownCategories(call, county)
  orRefuse(known.get(category))
  const below = [category]
  for (const key of below) for (const row of known.values()) if (row.parent === key && !below.includes(row.key)) below.push(row.key)
  return below
}

