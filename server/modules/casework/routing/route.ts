/** Who leads, for a category, a place, an owner of the asset, between two days (both included). Null: any. */
export interface Entry {
  id: string
  category: string | null
  /** A town or a village. */
  place: number | null
  owner: string | null
  from: string | null
  until: string | null
  lead: string
  assists: readonly string[]
  /** The law or the list of duties that says so. */
  ground: string | null
}

/** A county's routing catalogue 派单目录, in one version. */
export interface Catalogue {
  owners: readonly { key: string; name: { zh: string; en?: string | undefined } }[]
  entries: readonly Entry[]
  guides: readonly { category: string | null; words: string }[]
  /** Who holds a matter that nobody is named for and no desk can place. */
  backstop: string | null
}

export const noCatalogue: Catalogue = { owners: [], entries: [], guides: [], backstop: null }

/** What is asked of the catalogue. Chain and places are the narrowest first. */
export interface Question {
  chain: readonly string[]
  places: readonly number[]
  /** Null: it is not known whose the asset is. */
  owner: string | null
  /** YYYY-MM-DD */
  day: string
}

export interface Route {
  /** Undefined: nobody is named. */
  entry: Entry | undefined
  /** Entries that would have come first, but their lead is closed. */
  passedOver: Entry[]
}

/**
 * The entry that names who leads: the narrowest that fits. The category counts most, since it says what is to be done;
 * then whose the asset is, then the place, then the time: an entry from a later day goes before an older one.
 * @param isOpen whether a body still is
 */
export function routeOf(catalogue: Catalogue, asked: Question, isOpen: (body: string) => boolean): Route {
  const fitting = catalogue.entries.filter((entry) => fits(entry, asked)).toSorted((a, b) => compare(a, b, asked))
  const at = fitting.findIndex((entry) => isOpen(entry.lead))
  return { entry: fitting[at], passedOver: at === -1 ? fitting : fitting.slice(0, at) }
}

/** Kinds of owner by which somebody else would lead, where it is not said whose the asset is. */
export function ownersThatMatter(catalogue: Catalogue, asked: Question, isOpen: (body: string) => boolean): { key: string; lead: string }[] {
  if (asked.owner !== null) return []
  const now = routeOf(catalogue, asked, isOpen).entry?.lead
  return catalogue.owners.flatMap(({ key }) => {
    const lead = routeOf(catalogue, { ...asked, owner: key }, isOpen).entry?.lead
    return lead !== undefined && lead !== now ? [{ key, lead }] : []
  })
}

/** What must be said before a matter of this category is sent up; the narrowest guide. */
export const guideOf = ({ guides }: Catalogue, chain: readonly string[]): string | undefined =>
  [...chain, null].map((category) => guides.find((guide) => guide.category === category)?.words).find((words) => words !== undefined)

function fits(entry: Entry, { chain, places, owner, day }: Question): boolean {
  return (entry.category === null || chain.includes(entry.category))
    && (entry.place === null || places.includes(entry.place))
    && (entry.owner === null || entry.owner === owner)
    && (entry.from === null || entry.from <= day)
    && (entry.until === null || day <= entry.until)
}

/** Below nought: the first entry is the narrower one. */
function compare(a: Entry, b: Entry, { chain, places }: Question): number {
  const depth = (list: readonly (string | number)[], one: string | number | null) => (one === null ? list.length : list.indexOf(one))
  return depth(chain, a.category) - depth(chain, b.category)
    || Number(a.owner === null) - Number(b.owner === null)
    || depth(places, a.place) - depth(places, b.place)
    || laterFirst(a.from, b.from)
    // No two entries of a published catalogue come this far; a draft may hold such, and still answers the same each time.
    || (a.id < b.id ? -1 : 1)
}

function laterFirst(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  return b === null || a > b ? -1 : 1
}
