import sql from 'sql-template-tag'
import type { Operations } from '#contract/index.ts'
import { county, demoPassword, team } from '#server/demo/cast.ts'
import { openHouse } from '#server/house.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { codeAt } from '#server/modules/identity/second-factor.ts'
import { firstAdministrator } from '#server/modules/identity/staff/make-first-administrator.ts'
import { callerOn, type Caller, type Town } from './town.ts'

export const tokenIn = (url: string): string => url.split('/').at(-1)!

/** Uses a one-time link as a newcomer does, with the demo's password, and signs in. */
export async function enter(town: Town, url: string): Promise<Caller> {
  const token = tokenIn(url)
  const { login, secret } = await town.nobody.ask('readLink', { body: { token } })
  await town.nobody.ask('useLink', { body: { token, password: demoPassword, code: codeAt(secret, town.now) } })
  return await town.signIn({ ...team.admin, login, secret })
}

export interface Newcomer {
  caller: Caller
  person: string
  post: string
  login: string
}

type NewPost = Pick<Operations['createPost']['body'], 'body' | 'role' | 'region' | 'categories'>

/** A new post with somebody new in it, who has signed in. */
export async function appoint(town: Town, by: Caller, asked: NewPost & { login: string; county?: number }): Promise<Newcomer> {
  const { login, county: where = county, ...post } = asked
  const params = { county: where }
  const { id } = await by.ask('createPost', { params, key: uuidv7(), body: { ...post, title: { zh: `岗位${login}` } } })
  const { person, link } = await by.ask('inviteStaff', { params, key: uuidv7(), body: { name: `新人${login}`, login, post: id } })
  return { caller: await enter(town, link.url), person, post: id, login }
}

export interface Neighbour {
  county: number
  village: number
  centre: string
  admin: Caller
  /** A committee's secretary there. */
  secretary: Newcomer
}

/** A second county on the same installation, with an administrator of its own. */
export async function openNeighbour(town: Town): Promise<Neighbour> {
  const [home, village] = [4, 401]
  await town.house.rooms.db.query(sql`
    insert into regions (id, parent, level, code, name_zh, province, city, county, town, village) values
      (4, 2, 3, '990102', '清源区', 1, 2, 4, null, null), (41, 4, 4, '990102001', '石桥街道', 1, 2, 4, 41, null),
      (401, 41, 5, '990102001001', '石桥社区', 1, 2, 4, 41, 401)`)
  const said: string[] = []
  await firstAdministrator.run(town.house.rooms, ['--county', '990102', '--name', '邻里', '--login', 'neighbour'], (line) => said.push(line))
  const admin = await enter(town, said.at(-1)!.split('\n').at(-1)!)
  const [centre] = (await admin.ask('listBodies', { params: { county: home } })).items
  const committee = await admin.ask('createBody', {
    params: { county: home }, key: uuidv7(), body: { name: { zh: '石桥社区居委会' }, kind: 'committee', region: village, parent: centre!.id, isDesk: true },
  })
  const secretary = await appoint(town, admin, { county: home, body: committee.id, role: 'committee_secretary', login: 'neighbour-secretary' })
  return { county: home, village, centre: centre!.id, admin, secretary }
}

/** A second process on the same database: the same product, with a memory of its own. */
export async function openSecondProcess(town: Town): Promise<{ as(caller: Caller): Caller; close(): Promise<void> }> {
  const house = await openHouse(town.house.rooms.config, { clock: () => town.now })
  const app = await house.http()
  return {
    as: (caller) => callerOn(app, 'office', caller.cookie),
    async close() {
      await app.close()
      await house.close()
    },
  }
}
