/** What GeoReport v2 asks of requests, told from what was sent: pure. */

const day = 86_400_000
export const spanDaysMax = 90

export interface Span {
  from: Date
  to: Date
}

/** The span that is asked for: at most 90 days; without dates the last 90. Undefined where a date is none, or the span too long. */
export function spanOf(start: string | undefined, end: string | undefined, now: Date): Span | undefined {
  const [first, last] = [instantOf(start), instantOf(end)]
  if (first === 'bad' || last === 'bad') return undefined
  const to = last ?? (first ? new Date(Math.min(first.getTime() + spanDaysMax * day, Math.max(now.getTime(), first.getTime()))) : now)
  const from = first ?? new Date(to.getTime() - spanDaysMax * day)
  return from <= to && to.getTime() - from.getTime() <= spanDaysMax * day ? { from, to } : undefined
}

/** W3C dates: a day, or an instant with its zone. A day is that of Greenwich. */
function instantOf(text: string | undefined): Date | undefined | 'bad' {
  if (text === undefined || text === '') return undefined
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/.test(text)) return 'bad'
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? 'bad' : at
}

/** open, closed, or both by a comma. 'bad' where it is neither. */
export function openOf(status: string | undefined): boolean | undefined | 'bad' {
  const asked = new Set((status ?? '').split(',').map((one) => one.trim().toLowerCase()).filter(Boolean))
  if ([...asked].some((one) => one !== 'open' && one !== 'closed')) return 'bad'
  return asked.size === 1 ? asked.has('open') : undefined
}

export const listOf = (text: string | undefined): string[] => [...new Set((text ?? '').split(',').map((one) => one.trim()).filter(Boolean))]

/** Where it is. `lat` and `long` go together. 'bad' where they are no place on earth, undefined where there are none. */
export function pointOf(lat: string | undefined, long: string | undefined): { lat: number; lon: number } | undefined | 'bad' {
  const [given, other] = [lat?.trim() ?? '', long?.trim() ?? '']
  if (given === '' && other === '') return undefined
  const isNumber = (text: string) => /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(text)
  if (!isNumber(given) || !isNumber(other)) return 'bad'
  const point = { lat: Number(given), lon: Number(other) }
  return Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180 ? point : 'bad'
}

type Field = string | readonly string[] | unknown

/** Answers to further questions, `attribute[CODE]=value`, as lines of what was said. */
export function attributesOf(body: Readonly<Record<string, Field>>): string[] {
  return Object.entries(body).flatMap(([name, value]) => {
    const code = /^attribute\[([^\]]{1,60})\](?:\[\])?$/.exec(name)?.[1]
    const values = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one.trim() !== '')
    return code && values.length > 0 ? [`${code}：${values.map((one) => one.trim().slice(0, 500)).join('、')}`] : []
  }).slice(0, 50)
}

/** A name in the order of its language: 张三, Mary Smith. */
export function nameOf(first: string | undefined, last: string | undefined): string | null {
  const [given, family] = [first?.trim() ?? '', last?.trim() ?? '']
  if (!given || !family) return given || family || null
  return /\p{Script=Han}/u.test(given + family) ? family + given : `${given} ${family}`
}
