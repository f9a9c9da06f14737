/** Instants as people of a zone write them: 2026-11-22 09:30. */
export function timesIn(zone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return (at) => format.format(at)
}
