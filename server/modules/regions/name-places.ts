import type { Rooms } from '#server/kernel/rooms.ts'
import { today } from './read-today.ts'
import { placesWithin } from './within.sql.ts'

/** A town or village as spreadsheets name it: by its code, or by its names from the town on. */
export interface PlaceInWords {
  id: number
  code: string
  names: string[]
}

/** The towns and villages of a county today, for tables that people fill in. */
export async function placesInWords(rooms: Pick<Rooms, 'db' | 'clock' | 'config'>, county: number): Promise<PlaceInWords[]> {
  const rows = await placesWithin(rooms.db, county, today(rooms))
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return rows.map(({ id, code, parent, name }) => ({ id, code, names: [...(names.has(parent) ? [names.get(parent)!] : []), name] }))
}
