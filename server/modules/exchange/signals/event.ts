/** CloudEvents 1.0 as they come over HTTP, read: pure. https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md */

export interface SignalEvent {
  id: string
  /** Which device. */
  origin: string
  type: string
  subject: string
  /** Undefined: it names none, and is of when it comes. */
  at: Date | undefined
  /** 0 to 5; what names none is 0. */
  severity: number
  point: { lon: number; lat: number } | null
  address: string | null
  /** What it measured: plain values, as texts. */
  said: Record<string, string>
}

/** How it came: its headers and its body. */
export interface Came {
  contentType: string
  header: (name: string) => string | undefined
  text: string
}

export const eventsMax = 100

/** Every event of a request, or the first that is none (its place; -1: the request as a whole). */
export function eventsOf(came: Came): SignalEvent[] | { bad: number } {
  const kind = came.contentType.split(';')[0]!.trim().toLowerCase()
  const body = jsonOf(came.text)
  if (kind === 'application/cloudevents-batch+json') {
    if (!Array.isArray(body) || body.length > eventsMax) return { bad: -1 }
    return all(body.map(eventOf))
  }
  if (kind === 'application/cloudevents+json') return all([eventOf(body)])
  if (came.header('ce-specversion') === undefined) return { bad: -1 }
  return all([eventOf({ ...attributesIn(came.header), data: body })])
}

function all(events: (SignalEvent | undefined)[]): SignalEvent[] | { bad: number } {
  const bad = events.indexOf(undefined)
  return bad === -1 ? (events as SignalEvent[]) : { bad }
}

const attributes = ['specversion', 'id', 'source', 'type', 'subject', 'time', 'severity'] as const

/** In binary mode attributes are headers, percent-encoded. */
function attributesIn(header: Came['header']): Record<string, unknown> {
  return Object.fromEntries(attributes.flatMap((name) => {
    const value = header(`ce-${name}`)
    return value === undefined ? [] : [[name, decoded(value)]]
  }))
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch (error) {
    if (error instanceof URIError) return value
    throw error
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
/** The database keeps no NUL, and no half of a pair of surrogates. */
const isText = (value: unknown, lengthMax: number): value is string => typeof value === 'string' && value.length > 0 && value.length <= lengthMax && isStorable(value)
const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed()

function eventOf(given: unknown): SignalEvent | undefined {
  if (!isRecord(given) || given.specversion !== '1.0') return undefined
  const { id, source, type, subject = '', time, data } = given
  if (!isText(id, 200) || !isText(source, 300) || !isText(type, 100)) return undefined
  if (subject !== '' && !isText(subject, 200)) return undefined
  const at = timeOf(time)
  if (at === 'bad') return undefined
  const inside = isRecord(data) ? data : {}
  return {
    id, origin: source, type, subject, at, severity: severityOf(given.severity ?? inside.severity), point: pointIn(inside),
    address: isText(inside.address, 200) ? inside.address : null, said: saidIn(inside),
  }
}

function timeOf(time: unknown): Date | undefined | 'bad' {
  if (time === undefined) return undefined
  if (typeof time !== 'string' || !/^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/.test(time)) return 'bad'
  const at = new Date(time.toUpperCase())
  return Number.isNaN(at.getTime()) ? 'bad' : at
}

function severityOf(value: unknown): number {
  const number = Number(value ?? 0)
  return Number.isFinite(number) ? Math.min(5, Math.max(0, Math.round(number))) : 0
}

/** `lon` and `lat`, or a GeoJSON point as `location`. */
function pointIn(data: Record<string, unknown>): SignalEvent['point'] {
  const location = isRecord(data.location) && Array.isArray(data.location.coordinates) ? data.location.coordinates : undefined
  const [lon, lat] = [data.lon ?? location?.[0], data.lat ?? location?.[1]]
  if (typeof lon !== 'number' || typeof lat !== 'number') return null
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { lon, lat } : null
}

const saidMax = 20
/** They say where it is, not what: the place is kept by itself. */
const notSaid = ['lon', 'lat', 'severity', 'address']

function saidIn(data: Record<string, unknown>): Record<string, string> {
  const values = Object.entries(data).flatMap(([name, value]): [string, string][] => {
    if (notSaid.includes(name) || !/^[\p{L}_][\p{L}\p{N}_]{0,39}$/u.test(name)) return []
    if (typeof value === 'number' || typeof value === 'boolean') return [[name, String(value)]]
    return isText(value, 200) ? [[name, value]] : []
  })
  return Object.fromEntries(values.slice(0, saidMax))
}
