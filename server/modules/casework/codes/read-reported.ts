import { isUnread, readCode, typeKeyOf } from '#contract/site-codes.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { refuseIf, Refused } from '#server/kernel/refusal.ts'
import type { CaseCode } from '../cases/case.ts'
import { codesInForce } from './recall-codes.ts'

export interface Coded {
  code: CaseCode
  category: string
  owner: string | null
  /** A component whose number is known: there is only one of it. */
  isOne: boolean
}

/** What a collector's code says, by the list in force. Asked before a change begins. @throws Refused site_code.… */
export async function readReported(rooms: Pick<Rooms, 'db' | 'memory'>, county: number, given: { code: string; photos: readonly string[] }, now: Date): Promise<Coded> {
  const { list, county: area } = await codesInForce(rooms, county, now)
  const read = readCode(list, area, given.code)
  if ('fault' in read) throw new Refused(`site_code.${read.fault}`)
  refuseIf(given.photos.length === 0 ? 'site_code.needs_picture' : undefined)
  const { text, type, serial } = read
  return { code: { text, type: typeKeyOf(type) }, category: type.category, owner: type.owner, isOne: serial !== null && !isUnread(serial) }
}
