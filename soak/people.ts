import { county, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { digestOf, newToken } from '#server/kernel/vault.ts'
import { signInPeople, type People, type SignedIn } from '../bench/people.ts'
import { insertSessions } from '../bench/rows.sql.ts'

export { county }

export interface Crowd extends People {
  /** Hears of every case of the county. */
  centre: SignedIn
}

/** Signs in residents, a member of every committee, and the county's duty officer. */
export async function signInCrowd({ db, vault }: Rooms, residents: number): Promise<Crowd> {
  const people = await signInPeople(db, vault, residents)
  const token = newToken()
  const now = new Date()
  const session = { token: digestOf(token), id: uuidv7(), person: team.centre.person, app: 'office' as const }
  await insertSessions(db, [session], now, new Date(now.getTime() + 12 * 3_600_000))
  return { ...people, centre: { cookie: `gongzhi_office=${token}`, village: 0 } }
}
