import type { InBoth } from './wire.ts'

/**
 * How a county writes the codes of components 部件 and events 事件, and how one is read. Standards disagree about the lengths,
 * so they are the county's own. Free of TypeBox: screens and server read a code alike, with a network or without.
 */
export const codeParts = ['area', 'class', 'type', 'serial'] as const
export type CodePart = (typeof codeParts)[number]

/** A component 部件 stands there and has a number of its own; an event 事件 happens. */
export const things = ['component', 'event'] as const
export type Thing = (typeof things)[number]

export interface CodeSegment {
  part: CodePart
  length: number
}

/** One line of the list. */
export interface CodeType {
  thing: Thing
  class: string
  type: string
  className: InBoth
  name: InBoth
  /** Into which category its cases are sorted, and whose such an asset usually is. */
  category: string
  owner: string | null
}

export interface CodeList {
  /** In the order in which they are written; a serial number stands in codes of components alone. */
  segments: readonly CodeSegment[]
  types: readonly CodeType[]
}

export const codeFaults = ['not_digits', 'wrong_length', 'other_area', 'unknown_class', 'unknown_type'] as const
export type CodeFault = (typeof codeFaults)[number]

export interface ReadCode {
  /** The digits alone. */
  text: string
  type: CodeType
  /** Null: an event has none. */
  serial: string | null
}

/** By what a type is found: the same number may be a component and an event. */
export const typeKeyOf = ({ thing, class: ofClass, type }: Pick<CodeType, 'thing' | 'class' | 'type'>): string => `${thing}-${ofClass}-${type}`

/** How many digits a code of either has. */
export function codeLength({ segments }: Pick<CodeList, 'segments'>, thing: Thing): number {
  return partsOf(segments, thing).reduce((sum, { length }) => sum + length, 0)
}

/** Zeros alone: the number could not be made out on site. Such components can't be told apart. */
export const isUnread = (serial: string): boolean => /^0*$/.test(serial)

/** The first digits of every code of a county. */
export const areaOf = ({ segments }: Pick<CodeList, 'segments'>, county: string): string => {
  const length = lengthOf(segments, 'area')
  return county.slice(0, length).padEnd(length, '0')
}

/** A code in its parts; or what is wrong with it. Its length tells a component from an event. @param county the county's own code */
export function readCode(list: CodeList, county: string, given: string): ReadCode | { fault: CodeFault } {
  const text = digitsOf(given)
  if (text === undefined) return { fault: 'not_digits' }
  const thing = things.find((one) => codeLength(list, one) === text.length)
  if (!thing) return { fault: 'wrong_length' }
  const parts = cut(partsOf(list.segments, thing), text)
  const known = areaOf(list, county)
  const sixAtMost = Math.min(known.length, countyDigits)
  if (parts.area?.slice(0, sixAtMost) !== known.slice(0, sixAtMost)) return { fault: 'other_area' }
  const ofThing = list.types.filter((one) => one.thing === thing)
  const ofClass = ofThing.filter((one) => one.class === parts.class)
  if (ofClass.length === 0) return { fault: 'unknown_class' }
  const type = ofClass.find((one) => one.type === parts.type)
  return type ? { text, type, serial: parts.serial ?? null } : { fault: 'unknown_type' }
}

/** The code of a type: of a component with its number, shorter ones filled up with zeros. */
export function writeCode(list: CodeList, county: string, type: CodeType, serial = ''): string {
  const said: Record<CodePart, string> = { area: areaOf(list, county), class: type.class, type: type.type, serial: serial.padStart(lengthOf(list.segments, 'serial'), '0') }
  return partsOf(list.segments, type.thing).map(({ part }) => said[part]).join('')
}

/** What belongs to the county itself in a place's code. */
const countyDigits = 6

const partsOf = (segments: readonly CodeSegment[], thing: Thing) => segments.filter(({ part }) => thing === 'component' || part !== 'serial')
export const lengthOf = (segments: readonly CodeSegment[], part: CodePart): number => segments.find((one) => one.part === part)?.length ?? 0

/** Spaces and strokes are often written between the parts, and numbers in full width. */
function digitsOf(given: string): string | undefined {
  const text = given.normalize('NFKC').replaceAll(/[\s\-–—·.]/g, '')
  return /^\d+$/.test(text) ? text : undefined
}

function cut(segments: readonly CodeSegment[], text: string): Partial<Record<CodePart, string>> {
  let at = 0
  return Object.fromEntries(segments.map(({ part, length }) => [part, text.slice(at, (at += length))]))
}
