import { readLines, readTable } from './read-real.ts'

/** A request to a city, as it stood. */
export interface Request { id: string; lon: number; lat: number; category: string; at: number; closedAt: number }

/** Staff wrote that the later one is a duplicate of the right one. */
export interface Link { later: Request; right: Request }

export function readRequests(): Request[] {
  const rows = readTable<Record<string, string>>('requests-boston/all.csv.gz')
  return rows.map((row) => ({
    id: row.service_request_id!, lon: Number(row.long), lat: Number(row.lat), category: row.service_name!,
    at: Date.parse(row.requested_datetime!), closedAt: row.status === 'open' ? Infinity : Date.parse(row.updated_datetime!),
  }))
}

export function readLinks(requests: readonly Request[]): Link[] {
  const byId = new Map(requests.map((one) => [one.id, one]))
  return readTable<{ duplicate_id: string; original_id: string }>('requests-boston/duplicate_links.csv').flatMap((link) => {
    const [later, right] = [byId.get(link.duplicate_id), byId.get(link.original_id)]
    return later && right ? [{ later, right }] : []
  })
}

/** What was said in requests, where it is known. Notes of staff stay out: they name the duplicate. */
export function readWritten(): Map<string, string> {
  const rows = ['linked', 'text60k'].flatMap((name) => readLines<{ service_request_id: string; description?: string; address?: string }>(`requests-boston/${name}.jsonl.gz`))
  return new Map(rows.map((row) => [row.service_request_id, `${row.description ?? ''}\n${row.address ?? ''}`]))
}
