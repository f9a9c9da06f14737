import type { FastifyInstance } from 'fastify'

/**
 * A client of GeoReport v2 written from the specification alone (https://wiki.open311.org/GeoReport_v2), which knows nothing of
 * this house: it reads JSON and XML into the same plain values and takes what the specification says that it may.
 */
export interface GeoReport {
  services(): Promise<Row[]>
  definition(code: string): Promise<Row>
  post(fields: Record<string, string>, headers?: Record<string, string>): Promise<Row>
  requests(query?: Record<string, string>): Promise<Row[]>
  request(id: string): Promise<Row>
  token(id: string): Promise<Row>
}
export type Row = Record<string, string | null>

/** The server said no, in the words of the specification. */
export class GeoReportError extends Error {
  readonly status: number
  readonly errors: { code: string; description: string }[]
  constructor(status: number, errors: { code: string; description: string }[]) {
    super(`${status} ${errors.map(({ description }) => description).join('; ')}`)
    this.status = status
    this.errors = errors
  }
}

export function geoReport(app: FastifyInstance, format: 'json' | 'xml', jurisdiction: string | undefined, apiKey?: string): GeoReport {
  async function ask(method: 'GET' | 'POST', path: string, root: [string, string], query: Record<string, string> = {}, form?: Record<string, string>, headers = {}): Promise<Row[]> {
    const given = { ...(jurisdiction && { jurisdiction_id: jurisdiction }), ...(apiKey && !form && { api_key: apiKey }), ...query }
    const answer = await app.inject({
      method, url: `/open311/v2/${path}.${format}?${new URLSearchParams(given)}`,
      ...(form && {
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: new URLSearchParams({ ...form, ...(apiKey && { api_key: apiKey }) }).toString(),
      }),
    })
    const type = String(answer.headers['content-type'])
    if (format === 'json' ? !type.startsWith('application/json') : !/^(text|application)\/xml/.test(type)) throw new Error(`wrong type: ${type}: ${answer.body}`)
    const read = (outer: string, inner: string): Row[] => (format === 'json' ? plain(JSON.parse(answer.body)) : elements(answer.body, outer, inner))
    if (answer.statusCode !== 200) throw new GeoReportError(answer.statusCode, read('errors', 'error') as never)
    return read(...root)
  }
  const one = (rows: Row[]) => {
    if (rows.length !== 1) throw new Error(`${rows.length} instead of one`)
    return rows[0]!
  }
  return {
    services: () => ask('GET', 'services', ['services', 'service']),
    definition: async (code) => one(await ask('GET', `services/${encodeURIComponent(code)}`, ['', 'service_definition'])),
    post: async (fields, headers) => one(await ask('POST', 'requests', ['service_requests', 'request'], {}, fields, headers)),
    requests: (query) => ask('GET', 'requests', ['service_requests', 'request'], query),
    request: async (id) => one(await ask('GET', `requests/${id}`, ['service_requests', 'request'])),
    token: async (id) => one(await ask('GET', `tokens/${id}`, ['service_requests', 'request'])),
  }
}

const plain = (found: unknown): Row[] => [found].flat().map((row) =>
  Object.fromEntries(Object.entries(row as object).map(([name, value]) => [name, value === null || value === '' ? null : Array.isArray(value) ? null : String(value)])))

/** Reads what GeoReport sends: elements of one level below a list, without attributes. Refuses what is not well formed there. */
function elements(text: string, outer: string, inner: string): Row[] {
  if (!text.startsWith('<?xml version="1.0" encoding="utf-8"?>')) throw new Error('no XML declaration')
  const body = text.slice(text.indexOf('?>') + 2).trim()
  const inside = outer === '' ? body : body === `<${outer}/>` ? '' : within(body, outer)
  const rows: Row[] = []
  let rest = inside
  while (rest !== '') {
    const end = rest.indexOf(`</${inner}>`)
    if (!rest.startsWith(`<${inner}>`) || end < 0) throw new Error(`not a list of ${inner}: ${rest.slice(0, 60)}`)
    rows.push(rowOf(rest.slice(inner.length + 2, end)))
    rest = rest.slice(end + inner.length + 3)
  }
  return rows
}

function within(body: string, name: string): string {
  if (!body.startsWith(`<${name}>`) || !body.endsWith(`</${name}>`)) throw new Error(`no ${name}: ${body.slice(0, 80)}`)
  return body.slice(name.length + 2, -name.length - 3)
}

function rowOf(text: string): Row {
  const row: Row = {}
  const rest = text.replace(/<([a-z_]+)(?:\/>|>([^<]*)<\/\1>)/g, (_, name: string, value?: string) => {
    row[name] = value === undefined ? null : unescape(value)
    return ''
  })
  if (rest !== '') throw new Error(`left over: ${rest}`)
  return row
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescape = (text: string) => text.replace(/&(\w+);/g, (_, name: string) => signs[name] ?? '�')
