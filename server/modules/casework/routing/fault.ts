import type { Catalogue, Entry } from './route.ts'

/** What a catalogue is held against. */
export interface Known {
  isOpen: (body: string) => boolean
  hasCategory: (category: string) => boolean
  hasPlace: (place: number) => boolean
}

export type FaultCode =
  | 'twice' | 'lead_closed' | 'assist_closed' | 'lead_assists' | 'category_unknown' | 'place_unknown' | 'owner_unknown' | 'dates'
  | 'backstop_closed' | 'guide_twice' | 'owner_twice'

export interface Fault {
  /** Null: it is not of one entry. */
  entry: string | null
  code: FaultCode
  body: string | null
}

/** What keeps a catalogue from being published, such as bodies that are closed. */
export function faultsOf(catalogue: Catalogue, known: Known): Fault[] {
  const { owners, entries, guides, backstop } = catalogue
  const firsts = new Map<string, string>()
  for (const entry of entries.toReversed()) firsts.set(sameness(entry), entry.id)
  const keys = new Set(owners.map(({ key }) => key))
  const ofBook = (code: FaultCode, body: string | null = null): Fault => ({ entry: null, code, body })
  return [
    ...entries.flatMap((entry) => [
      ...(firsts.get(sameness(entry)) === entry.id ? [] : [{ entry: entry.id, code: 'twice' as const, body: null }]),
      ...faultsOfEntry(entry, keys, known),
    ]),
    ...(backstop !== null && !known.isOpen(backstop) ? [ofBook('backstop_closed', backstop)] : []),
    ...(hasTwice(guides.map(({ category }) => category)) ? [ofBook('guide_twice')] : []),
    ...(guides.some(({ category }) => category !== null && !known.hasCategory(category)) ? [ofBook('category_unknown')] : []),
    ...(hasTwice(owners.map(({ key }) => key)) || hasTwice(owners.map(({ name }) => name.zh)) ? [ofBook('owner_twice')] : []),
  ]
}

/** Two entries that agree in this would both be the narrowest. */
export const sameness = ({ category, place, owner, from }: Pick<Entry, 'category' | 'place' | 'owner' | 'from'>): string => JSON.stringify([category, place, owner, from])

function faultsOfEntry(entry: Entry, owners: ReadonlySet<string>, { isOpen, hasCategory, hasPlace }: Known): Fault[] {
  const closed = entry.assists.filter((body) => !isOpen(body))
  const fault = (code: FaultCode, body: string | null = null): Fault => ({ entry: entry.id, code, body })
  return [
    ...(isOpen(entry.lead) ? [] : [fault('lead_closed', entry.lead)]),
    ...closed.map((body) => fault('assist_closed', body)),
    ...(entry.assists.includes(entry.lead) ? [fault('lead_assists', entry.lead)] : []),
    ...(entry.category === null || hasCategory(entry.category) ? [] : [fault('category_unknown')]),
    ...(entry.place === null || hasPlace(entry.place) ? [] : [fault('place_unknown')]),
    ...(entry.owner === null || owners.has(entry.owner) ? [] : [fault('owner_unknown')]),
    ...(entry.from !== null && entry.until !== null && entry.from > entry.until ? [fault('dates')] : []),
  ]
}

const hasTwice = (list: readonly unknown[]) => new Set(list).size < list.length
