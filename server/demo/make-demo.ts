import { hash } from '@node-rs/argon2'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { learnFromCases } from '#server/modules/casework/index.ts'
import { membershipAddress, personName, personPhone, privacyNotice } from '#server/modules/identity/index.ts'
import { county, demoPassword, residents, team, type CastResident } from './cast.ts'
import { hasDemo, holdDemo, insertMembership, insertOrganisation, insertRegions, insertResident, insertRules, insertStaff } from './demo.sql.ts'

/**
 * Makes the demo county on first start: regions, bodies, posts, people, rules. Web and worker may start at the same
 * moment, and either may be killed in the middle: whoever comes next goes on.
 */
export async function makeDemo({ db, change, vault, memory, clock }: Rooms): Promise<void> {
  if (await hasDemo(db)) return
  const now = clock()
  const password = await hash(demoPassword)
  await db.transaction([], insertRegions)
  await change(county, async (tx) => {
    await holdDemo(tx)
    if (await hasDemo(tx)) return
    for (const one of Object.values(team)) {
      const secret = vault.seal('person.totp', one.secret)
      await insertStaff(tx, { person: one.person, name: vault.seal(personName.name, one.zh), login: one.login, password, secret, now })
    }
    await insertOrganisation(tx, now)
    await insertRules(tx, now)
    for (const one of Object.values<CastResident>(residents)) {
      await insertResident(tx, {
        person: one.person, name: vault.seal(personName.name, one.zh), phone: vault.seal(personPhone.name, one.phone),
        phoneIndex: vault.index(personPhone.name, one.phone), now, consent: privacyNotice.version,
      })
      if (one.home) await insertMembership(tx, { id: uuidv7(), person: one.person, ...one.home, address: vault.seal(membershipAddress.name, one.home.address), now })
    }
  })
  // Suggestions are there from the first appeal on.
  await learnFromCases({ db, change, memory }, county, now)
}
