import { codeParts, lengthOf, typeKeyOf, type CodeList, type CodeType, type Thing } from '#contract/site-codes.ts'
import type { codeListFaults } from '#contract/codes.ts'

/** Where a county has published no list: how most cities write their codes. Every length may be changed. */
export const noCodes: CodeList = {
  segments: [{ part: 'area', length: 6 }, { part: 'class', length: 2 }, { part: 'type', length: 2 }, { part: 'serial', length: 6 }],
  types: [],
}

/** What a list is held against. */
export interface Known {
  hasCategory: (category: string) => boolean
  hasOwner: (owner: string) => boolean
}

export interface Fault {
  /** The key of the line; null: of the list as a whole. */
  type: string | null
  code: (typeof codeListFaults)[number]
}

/** What keeps a list from being published. */
export function faultsOf(list: CodeList, known: Known): Fault[] {
  const ofList: Fault[] = codeParts.some((part) => list.segments.filter((one) => one.part === part).length !== 1) ? [{ type: null, code: 'parts' }] : []
  const seen = new Set<string>()
  return [...ofList, ...list.types.flatMap((one) => {
    const type = typeKeyOf(one)
    const isTwice = seen.has(type)
    seen.add(type)
    return [...(isTwice ? ['twice' as const] : []), ...faultsOfType(one, list, known)].map((code): Fault => ({ type, code }))
  })]
}

function faultsOfType(one: CodeType, { segments }: CodeList, { hasCategory, hasOwner }: Known): Fault['code'][] {
  return [
    ...(one.class.length === lengthOf(segments, 'class') ? [] : ['class_length' as const]),
    ...(one.type.length === lengthOf(segments, 'type') ? [] : ['type_length' as const]),
    ...(hasCategory(one.category) ? [] : ['category_unknown' as const]),
    ...(one.owner === null || hasOwner(one.owner) ? [] : ['owner_unknown' as const]),
  ]
}

/** How many lines one list changes of another. */
export function differencesOf(before: CodeList, after: CodeList) {
  const [was, is] = [byKey(before), byKey(after)]
  const isOther = (key: string) => was.has(key) && JSON.stringify(was.get(key)) !== JSON.stringify(is.get(key))
  return {
    added: [...is.keys()].filter((key) => !was.has(key)).length,
    removed: [...was.keys()].filter((key) => !is.has(key)).length,
    changed: [...is.keys()].filter(isOther).length,
    segmentsChanged: layoutOf(before) !== layoutOf(after),
  }
}

/** The same order of fields, however a line came to be. */
const byKey = ({ types }: CodeList) => new Map(types.map((one) => [typeKeyOf(one), inOrder(one)]))
const inOrder = ({ className, name, category, owner }: CodeType) => [className.zh, className.en ?? '', name.zh, name.en ?? '', category, owner]
const layoutOf = ({ segments }: CodeList) => segments.map(({ part, length }) => `${part} ${length}`).join(' ')

/** By class and type, components first: as they are looked for. */
export const sorted = (types: readonly CodeType[]): CodeType[] =>
  types.toSorted((a, b) => order(a.thing) - order(b.thing) || compare(a.class, b.class) || compare(a.type, b.type))

const order = (thing: Thing) => (thing === 'component' ? 0 : 1)
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
