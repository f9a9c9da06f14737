import { Refused } from './refusal.ts'

/** Where a page ended: the instant and the id of its last row. Pages go on from there, whatever was added meanwhile. */
export interface Mark {
  at: Date
  id: string
}

/** Writes a mark as the opaque `next` of a page. */
export const markText = (at: Date, id: string): string => `${at.getTime()}~${id}`

/** Reads the `after` of a request. @throws Refused bad_input */
export function markOf(text: string | undefined): Mark | undefined {
  if (text === undefined) return undefined
  const found = /^(\d{1,14})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text)
  if (!found) throw new Refused('bad_input', { fields: [{ path: '/after', message: 'format' }] })
  return { at: new Date(Number(found[1])), id: found[2]! }
}

/** Cuts one row more than asked for into a page. */
export function pageOf<Row, Item>(rows: readonly Row[], limit: number, mark: (row: Row) => string, item: (row: Row) => Item) {
  const shown = rows.slice(0, limit)
  return { items: shown.map(item), next: rows.length > limit ? mark(shown.at(-1)!) : null }
}
