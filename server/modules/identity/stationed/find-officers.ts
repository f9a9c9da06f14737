import type { Queryable } from '#server/kernel/database.ts'
import type { Reached } from '#server/kernel/reach.ts'
import { firstResponsible } from '../find-people.ts'
import { personsWho } from '../persons-who.sql.ts'
import { holdersNow, stationedAt } from './stationed.sql.ts'

/** Somebody who can take a case for their body. */
export interface Officer {
  person: string
  /** Sealed. */
  name: Uint8Array | null
  title_zh: string
  title_en: string | null
  /** Until when they are on duty; null: they are the first responsible person. */
  until: Date | null
}

export interface Officers {
  how: 'stationed' | 'first' | 'nobody'
  officers: Officer[]
  /** On duty, and not empowered for this kind of case. */
  unable: Officer[]
}

/**
 * Who of a body binds it at a host that wants to give it something now: its officers stationed there and on duty, as far as
 * they may bind it; none of them, its first responsible person (SQT-15).
 * @param row the case, without the body
 */
export async function officersOf(db: Queryable, asked: { host: string; body: string; row: Reached }, now: Date): Promise<Officers> {
  const { host, body, row } = asked
  const able = new Set(await personsWho(db, 'body.bind', { ...row, bodies: [body] }, now))
  const onDuty = (await stationedAt(db, row.county, host, now)).flatMap((one): Officer[] =>
    (one.body === body && one.person && one.until ? [{ ...one, person: one.person, until: one.until }] : []))
  const officers = onDuty.filter((one) => able.has(one.person))
  const unable = onDuty.filter((one) => !able.has(one.person))
  if (officers.length > 0) return { how: 'stationed', officers, unable }
  const first = (await holdersNow(db, row.county, body, now)).filter((one) => firstResponsible.has(one.role) && able.has(one.person))
  return { how: first.length > 0 ? 'first' : 'nobody', officers: first.map((one) => ({ ...one, until: null })), unable }
}
