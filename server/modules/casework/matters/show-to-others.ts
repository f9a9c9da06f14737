import type { Queryable } from '#server/kernel/database.ts'
import { can, type Actor } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import type { Vault } from '#server/kernel/vault.ts'
import { loadCase } from '../cases/case.sql.ts'
import { reachedOf } from '../cases/act-on-case.ts'
import { numberOf, parseNumber } from '../cases/number.ts'
import { appealAddress } from '../personal.ts'
import { idsByNumber, overStates, shownCases, standOf, type ShownFilter, type StandRow } from './shown.sql.ts'

/** A case as a program of others sees it. Where it is not its own: the redacted words, and no place but the community. */
export interface ShownCase {
  id: string
  number: string
  isOver: boolean
  category: string | null
  town: number | null
  village: number | null
  desk: string
  receivedAt: Date
  changedAt: Date
  dueAt: Date | null
  words: string
  address: string | null
  point: { lon: number; lat: number } | null
  answer: string | null
}

/** Public cases and those whose ids are the asker's own, newest first. */
export async function casesShown({ db, vault }: { db: Queryable; vault: Vault }, county: number, filter: ShownFilter): Promise<ShownCase[]> {
  const own = new Set(filter.own)
  const rows = await shownCases(db, county, filter)
  return rows.map((row) => {
    const isOwn = own.has(row.id)
    return {
      id: row.id, number: numberOf(row), isOver: overStates.includes(row.state), category: row.category, town: row.town, village: row.village, desk: row.desk,
      receivedAt: row.received_at, changedAt: row.changed_at, dueAt: row.due_at,
      words: isOwn ? row.words : (row.public_words ?? ''),
      address: isOwn && row.address ? vault.open(appealAddress.name, row.address) : null,
      point: isOwn && row.lon !== null && row.lat !== null ? { lon: row.lon, lat: row.lat } : null,
      answer: row.answer,
    }
  })
}

/** Cases by their whole numbers, in any order; what is no number is left out. */
export async function caseIdsByNumber(db: Queryable, county: number, numbers: readonly string[]): Promise<string[]> {
  const parsed = numbers.map(parseNumber).filter((one) => one?.year !== undefined) as { year: number; number: number }[]
  return parsed.length > 0 ? await idsByNumber(db, county, parsed) : []
}

export interface Stand extends Omit<StandRow, 'number' | 'year'> {
  number: string
  isOver: boolean
}

/** Where cases stand, by id. */
export async function caseStands(db: Queryable, county: number, ids: readonly string[]): Promise<Map<string, Stand>> {
  const rows = ids.length > 0 ? await standOf(db, county, ids) : []
  return new Map(rows.map((row) => [row.id, { ...row, number: numberOf(row), isOver: overStates.includes(row.state) }]))
}

/** @throws Refused not_found where the case is not there or beyond the actor's reach */
export async function refuseUnreadCase(db: Queryable, actor: Actor, county: number, id: string): Promise<void> {
  const found = orRefuse(await loadCase(db, county, id, 'look'))
  orRefuse(can(actor, 'case.read', reachedOf(found.row)))
}
