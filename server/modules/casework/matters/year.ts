const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar year of an instant in a zone. */
export function yearIn(zone: string, at: Date): number {
  let format = formats.get(zone)
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' })))
  return Number(format.format(at))
}
