/** Wall time of a jurisdiction to instants and back: fields of a form speak wall time, the API speaks UTC. */

/**
 * @param day such as 2026-11-22
 * @param clock such as 09:30
 * @param zone IANA name
 * @returns the instant in UTC; an hour that a clock change skips is moved forward by the change
 */
export function instantOf(day: string, clock: string, zone: string): string {
  const asUtc = Date.parse(`${day}T${clock}:00Z`)
  const first = asUtc - offsetAt(asUtc, zone)
  return new Date(asUtc - offsetAt(first, zone)).toISOString()
}

/** The day and the clock that people of a zone read at an instant. */
export function wallTimeOf(instant: string | number, zone: string): { day: string; clock: string } {
  const at = new Date(instant).getTime()
  const [day, clock] = new Date(at + offsetAt(at, zone)).toISOString().split('T') as [string, string]
  return { day, clock: clock.slice(0, 5) }
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return dayAfter(day, -((weekday + 6) % 7))
}

/** How far a zone's wall clock is ahead of UTC, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at)
  const of = (type: string) => parts.find((part) => part.type === type)!.value
  const wall = Date.parse(`${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}Z`)
  return wall - Math.floor(at / 1000) * 1000
}
