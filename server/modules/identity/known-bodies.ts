import type { InBoth, NamedBody } from '#contract/wire.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import { knownBodyRows } from './known-body.sql.ts'

/** A body as others need it: what it is called, where it stands, whether it is a desk. */
export interface KnownBody {
  id: string
  kind: string
  name: InBoth
  region: number
  /** 3 county, 4 town, 5 village … */
  level: number
  place: { town: number | null; village: number | null; grid: number | null }
  isDesk: boolean
  parent: string | null
  isOpen: boolean
}

interface Reading {
  db: Queryable
  memory: Memory
}

const topic = 'bodies'

/** All bodies of a county by id, closed ones too (old cases name them). Remembered; forgotten by forgetBodies. */
export function knownBodies({ db, memory }: Reading, county: number): Promise<ReadonlyMap<string, KnownBody>> {
  return memory.recall(topic, String(county), () => bodiesWithin(db, county))
}

/** The same, read inside a change. */
export async function bodiesWithin(tx: Queryable, county: number): Promise<ReadonlyMap<string, KnownBody>> {
  const rows = await knownBodyRows(tx, county)
  return new Map(rows.map((row) => [row.id, {
    id: row.id,
    kind: row.kind,
    name: { zh: row.name_zh, ...(row.name_en && { en: row.name_en }) },
    region: row.region,
    level: row.level,
    place: { town: row.town, village: row.village, grid: row.grid },
    isDesk: row.is_desk,
    parent: row.parent,
    isOpen: row.closed_at === null,
  }]))
}

/** To be called in every change that makes, changes or closes a body. */
export async function forgetBodies(tx: Queryable, memory: Memory, county: number): Promise<void> {
  await memory.forget(tx, topic, String(county))
  await memory.forget(tx, 'counties')
}

/** A body as the API names it. */
export const namedBody = (body: KnownBody): NamedBody => ({ id: body.id, name: body.name, kind: body.kind })

/** The open desk nearest to a place: its grid's, village's, town's, county's. */
export function deskOf(bodies: ReadonlyMap<string, KnownBody>, place: KnownBody['place']): KnownBody | undefined {
  return desksOver(bodies, place)[0]
}

/** Every open desk whose region holds the place, the nearest first. */
export function desksOver(bodies: ReadonlyMap<string, KnownBody>, place: KnownBody['place']): KnownBody[] {
  const covers = (body: KnownBody) => {
    if (body.level === 3) return true
    if (body.level === 4) return body.place.town === place.town
    if (body.level === 5) return body.place.village === place.village
    return body.level === 6 && body.place.grid === place.grid
  }
  return [...bodies.values()].filter((body) => body.isDesk && body.isOpen && covers(body)).toSorted((a, b) => b.level - a.level)
}
