import type { InBoth } from '#contract/wire.ts'

/** A kind of matter. */
export interface Track {
  key: string
  name: InBoth
}

/** Who coordinates a track: for the county, or for a town of it. */
export interface TrackDesk {
  track: string
  region: number
  body: string
}

/** What a county has that kept none. */
export const defaultTracks: readonly Track[] = [
  { key: 'party_building', name: { zh: '党建统领', en: 'Party leadership' } },
  { key: 'economy_ecology', name: { zh: '经济生态', en: 'Economy and ecology' } },
  { key: 'safety_law', name: { zh: '平安法治', en: 'Safety and law' } },
  { key: 'public_service', name: { zh: '公共服务', en: 'Public service' } },
]

interface Sorted {
  key: string
  parent: string | null
  track: string
}

/** The rule by which a case goes to a track: that of its category as it is sorted now. What is not sorted has none. */
export const trackOf = (categories: ReadonlyMap<string, Sorted>, category: string | null | undefined): string | undefined => categories.get(category ?? '')?.track

/** The categories of a track. */
export const categoriesOfTrack = (categories: ReadonlyMap<string, Sorted>, track: string): string[] =>
  [...categories.values()].filter((row) => row.track === track).map((row) => row.key)

/** What is open of a category in a town. */
export interface Open {
  category: string
  town: number | null
  open: number
  late: number
}

/** What is open of a track: of all that is seen, or of the regions that a body coordinates; the whole county holds every town. */
export function openOf(rows: readonly Open[], categories: readonly string[], county: number, regions?: readonly number[]): { open: number; late: number } {
  const wanted = new Set(categories)
  const counts = (town: number | null) => !regions || regions.includes(county) || (town !== null && regions.includes(town))
  return rows.filter((row) => wanted.has(row.category) && counts(row.town)).reduce((sum, row) => ({ open: sum.open + row.open, late: sum.late + row.late }), { open: 0, late: 0 })
}

interface Kept {
  tracks: readonly { key: string; desks: readonly { region: number }[] }[]
  categories: readonly { track: string }[]
}

/** Where what is to be kept contradicts itself: the path of the first fault. Every category must still have its track. */
export function faultOf({ tracks, categories }: Kept, standing: readonly string[]): string | undefined {
  const keys = tracks.map(({ key }) => key)
  const twice = keys.findIndex((key, i) => keys.indexOf(key) !== i)
  if (twice >= 0) return `/tracks/${twice}/key`
  const desk = tracks.findIndex(({ desks }) => new Set(desks.map(({ region }) => region)).size < desks.length)
  if (desk >= 0) return `/tracks/${desk}/desks`
  const lost = categories.findIndex(({ track }) => !keys.includes(track))
  if (lost >= 0) return `/categories/${lost}/track`
  return standing.some((track) => !keys.includes(track)) ? '/tracks' : undefined
}
