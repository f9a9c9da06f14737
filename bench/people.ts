import { bodies, county, team } from '#server/demo/cast.ts'
import { demoRegions } from '#server/demo/county.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { digestOf, newToken, type Vault } from '#server/kernel/vault.ts'
import { membershipAddress, personName, personPhone } from '#server/modules/identity/personal.ts'
import { privacyNotice } from '#server/modules/identity/privacy.ts'
import { insertResidents, insertSessions, insertStaff, type BenchSession } from './rows.sql.ts'

/** Somebody who is signed in. */
export interface SignedIn {
  cookie: string
  village: number
}

export interface People {
  residents: SignedIn[]
  /** A member of each community's committee, by village. */
  committees: Map<number, SignedIn>
  /** The foreman of the street lighting office. */
  foreman: SignedIn
}

const firstPhone = 13_100_000_000
const givenNames = ['秀英', '建国', '敏', '桂兰', '志强', '晓燕', '海波', '玉珍', '国庆', '文静']
const familyNames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴']

/** Signs in residents of every village of the demo, and the staff that handle their cases: rows as signing in would have made them. */
export async function signInPeople(db: Queryable, vault: Vault, howMany: number, now = new Date()): Promise<People> {
  const villages = demoRegions().filter((region) => region.level === 5)
  const rows = Array.from({ length: howMany }, (_, i) => {
    const village = villages[i % villages.length]!
    const phone = String(firstPhone + i)
    const name = familyNames[i % 10]! + givenNames[Math.floor(i / 10) % 10]!
    return {
      person: uuidv7(), membership: uuidv7(), town: village.parent!, village: village.id,
      name: vault.seal(personName.name, name), phone: vault.seal(personPhone.name, phone), phoneIndex: vault.index(personPhone.name, phone),
      address: vault.seal(membershipAddress.name, `${village.zh} ${i + 1} 号`),
    }
  })
  await insertResidents(db, county, privacyNotice.version, rows, now)

  const committees = Object.values(bodies).filter((body) => body.kind === 'committee')
  const members = committees.map(({ id, region }) => ({ person: uuidv7(), post: uuidv7(), body: id, region, name: vault.seal(personName.name, '周敏') }))
  await insertStaff(db, county, 'committee_member', members, now)

  const sessions: BenchSession[] = []
  const signIn = (person: string, app: BenchSession['app'], village: number): SignedIn => {
    const token = newToken()
    sessions.push({ token: digestOf(token), id: uuidv7(), person, app })
    return { cookie: `gongzhi_${app}=${token}`, village }
  }
  const people: People = {
    residents: rows.map((row) => signIn(row.person, 'resident', row.village)),
    committees: new Map(members.map((one) => [one.region, signIn(one.person, 'office', one.region)])),
    foreman: signIn(team.lamps.person, 'office', team.lamps.region),
  }
  await insertSessions(db, sessions, now, new Date(now.getTime() + 12 * 3_600_000))
  return people
}
