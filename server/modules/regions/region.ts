import type { InBoth, Place } from '#contract/wire.ts'
import type { Refusal } from '#server/kernel/refusal.ts'

/** The levels of the tree, from the province down. */
export const levels = { province: 1, city: 2, county: 3, town: 4, village: 5, grid: 6, building: 7 } as const

/** Digits of the state's statistical division code, by level. Grids and buildings append what they like. */
const codeDigits = [2, 4, 6, 9, 12] as const

/** A node of the tree. Its number never changes; the levels above it stand in it, so a place is copied from one region. */
export interface Region {
  id: number
  parent: number | null
  level: number
  code: string
  name: InBoth
  /** Numbers of the regions above, the highest first. */
  above: readonly number[]
  /** Undefined above the counties. */
  place: Place | undefined
  /** The first day, YYYY-MM-DD. */
  validFrom: string
  /** The first day on which it is no more. */
  validTo: string | null
}

/** From which day on, and up to which day it is no more. */
export type Validity = Pick<Region, 'validFrom' | 'validTo'>

/** Facts are about things with long ids: the one that stands for a region's number. */
export const subjectOf = (region: number): string => `00000000-0000-8000-8000-${region.toString(16).padStart(12, '0')}`

/** Is there such a region on a day (YYYY-MM-DD). */
export function isOpenOn({ validFrom, validTo }: Validity, day: string): boolean {
  return validFrom <= day && (validTo === null || day < validTo)
}

/** The level of a state division code by its length, undefined where it is none. */
export function levelOfCode(code: string): number | undefined {
  const at = /^\d+$/.test(code) ? codeDigits.findIndex((digits) => digits === code.length) : -1
  return at === -1 ? undefined : at + 1
}

/** The code of the region above a state division code; undefined for a province. */
export function codeAbove(code: string): string | undefined {
  const level = levelOfCode(code)
  return level === undefined || level === 1 ? undefined : code.slice(0, codeDigits[level - 2])
}

/** @param sameCode every region that bears the code or bore it once */
export function whyNotCreate(parent: Region, region: Pick<Region, 'code' | 'validFrom'>, sameCode: readonly Validity[]): Refusal | undefined {
  if (parent.level >= levels.building) return 'region.level_too_low'
  if (!isCodeBelow(parent, region.code)) return 'region.bad_code'
  if (!isOpenOn(parent, region.validFrom)) return 'region.bad_dates'
  return sameCode.some((other) => areBothOpen(other, { ...region, validTo: null })) ? 'region.code_taken' : undefined
}

/** A region ends with all that lies below it and is not over by then. A corrected day takes along what ended with it. */
export function endingWith(region: Region, withBelow: readonly Region[], validTo: string): Region[] {
  const isOver = (one: Region) => one.validTo !== null && one.validTo <= validTo
  return withBelow.filter((one) => one.id === region.id || !isOver(one) || one.validTo === region.validTo)
}

/** @param others regions that bear a code of those that end */
export function whyNotEnd(ending: readonly CodedValidity[], validTo: string, others: readonly CodedValidity[]): Refusal | undefined {
  if (ending.some((one) => one.validFrom >= validTo)) return 'region.bad_dates'
  const isTaken = (one: CodedValidity) => others.some((other) => other.code === one.code && areBothOpen(other, { ...one, validTo }))
  return ending.some(isTaken) ? 'region.code_taken' : undefined
}

export type CodedValidity = Validity & Pick<Region, 'code'>

/** A code tells where it lies: it begins with the one above. Down to the village the state says how long it is. */
function isCodeBelow(parent: Pick<Region, 'level' | 'code'>, code: string): boolean {
  if (!code.startsWith(parent.code) || code.length === parent.code.length) return false
  return parent.level >= levels.village || levelOfCode(code) === parent.level + 1
}

function areBothOpen(one: Validity, other: Validity): boolean {
  return (one.validTo === null || other.validFrom < one.validTo) && (other.validTo === null || one.validFrom < other.validTo)
}
