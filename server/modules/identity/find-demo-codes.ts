import type { Rooms } from '#server/kernel/rooms.ts'
import { codeAt, stepAt, stepStarts } from './second-factor.ts'
import { demoStaff } from './staff/staff.sql.ts'

/**
 * The code that signs each demo staff member in now, by login; undefined where the codes of this half minute are used up.
 * Whoever has set a password of their own is no demo login any more, and not among them.
 */
export async function findDemoCodes({ db, vault }: Pick<Rooms, 'db' | 'vault'>, now: Date): Promise<Map<string, string | undefined>> {
  const step = stepAt(now)
  const rows = await demoStaff(db)
  return new Map(rows.map(({ login, secret, used }) => {
    // One step early is taken too: where somebody has just signed in, the next code works at once.
    const free = [step, step + 1].find((one) => one > (used ?? 0))
    return [login, free === undefined ? undefined : codeAt(vault.open('person.totp', secret), stepStarts(free))]
  }))
}
