import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, residents, team } from './demo/cast.ts'
import { operations } from './house.ts'
import { httpOf } from './kernel/http.ts'
import { anyone, type Operation } from './kernel/operation.ts'
import { findActor } from './modules/identity/find-actor.ts'
import { roles, type Role } from './modules/identity/role.ts'
import { codeOf, isTurnedAway, knock, send } from './test/knock.ts'
import { openNeighbour } from './test/newcomers.ts'
import { reachesOf, type Reach, type Sent } from './test/reaches.ts'
import { openTown, type Caller, type Town } from './test/town.ts'
import { whoMay, type Expected } from './test/who-may.ts'

/** Every operation of the house, knocked at by nobody, a resident and one of each role, in their county and in another. */
const ofEachRole: Record<Role, (typeof team)[keyof typeof team]> = {
  committee_member: team.member, committee_secretary: team.secretary, grid_worker: team.grid, subdistrict_clerk: team.clerk,
  subdistrict_leader: team.leader, department_clerk: team.lamps, department_head: team.lampsHead, centre_dispatcher: team.centre,
  administrator: team.admin,
}
type Who = 'nobody' | 'resident' | Role

let town: Town
let callers: [Who, Caller][]
let other: number
beforeAll(async () => {
  town = await openTown()
  const staff = await Promise.all(Object.entries(ofEachRole).map(async ([role, one]): Promise<[Who, Caller]> => [role as Role, await town.signIn(one)]))
  callers = [['nobody', town.nobody], ['resident', await town.signIn(residents.wang)], ...staff]
  other = (await openNeighbour(town)).county
})
afterAll(() => town.close())

/** Who is let in at an operation's door, in a county. */
async function letIn(operation: Operation, where: number, app = town.app): Promise<Who[]> {
  const found: Who[] = []
  for (const [who, caller] of callers) {
    if (await knock(app, operation, caller, who in roles ? 'office' : 'resident', where)) found.push(who)
  }
  return found
}

function named(expected: Expected): Who[] {
  const all = callers.map(([who]) => who)
  if (expected === 'anyone') return all
  if (expected === 'residents') return ['resident']
  if (expected === 'machines') return []
  return all.filter((who) => (expected === 'everybody signed in' ? who !== 'nobody' : (expected as readonly Who[]).includes(who)))
}

/** Operations of which nobody has said who may call them. */
function untold(all: readonly Pick<Operation, 'id' | 'who'>[], table: Record<string, Expected>): string[] {
  return all.flatMap(({ id, who }) => [
    ...(who ? [] : [`${id} has no door`]),
    ...(id in table ? [] : [`${id} stands in no line of who-may.ts`]),
  ])
}

// Signing out ends the caller's session: it comes last.
const inOrder = operations.toSorted((a, b) => Number(a.id === 'signOut') - Number(b.id === 'signOut'))

describe('who may', () => {
  test.each(inOrder.map((one) => [one.id, one] as const))('%s', async (id, operation) => {
    const expected = named(whoMay[id])
    if (operation.who.door === 'staff' && operation.contract.path.includes(':county')) expect(await letIn(operation, other), 'in another county').toEqual([])
    expect(await letIn(operation, county)).toEqual(expected)
  })
})

/** Operations that ask who is there, and of which nobody has said how far they reach. */
const unmeasured = (all: readonly Pick<Operation, 'id' | 'who'>[], table: Partial<Record<string, Reach>>) =>
  all.filter(({ id, who }) => who?.door !== 'anyone' && !table[id]).map(({ id }) => `${id} stands in no line of reaches.ts`)

describe('how far', () => {
  let measured: Town
  let reaches: Awaited<ReturnType<typeof reachesOf>>
  beforeAll(async () => {
    measured = await openTown()
    reaches = await reachesOf(measured)
  })
  afterAll(() => measured.close())

  const answerTo = async (operation: Operation, { by, app }: Exclude<Reach, string>, sent: Sent) =>
    await send(measured.app, operation, by, app ?? 'office', { ...sent, params: { county, ...sent.params } })

  test('is said of every operation that asks who is there', () => {
    expect(unmeasured(operations, reaches)).toEqual([])
    expect(unmeasured([{ id: 'planted', who: { door: 'signed in' } } as unknown as Operation], reaches)).toEqual(['planted stands in no line of reaches.ts'])
  })

  // Whoever withdraws, ends or dismisses does so last.
  const last = ['closeBody', 'endPost', 'leavePost', 'dismissStaff', 'resetStaff', 'withdrawMatter']
  const asked = operations.filter(({ who }) => who.door !== 'anyone').toSorted((a, b) => Number(last.includes(a.id)) - Number(last.includes(b.id)))

  test.each(asked.map((one) => [one.id, one] as const))('%s', async (id, operation) => {
    const reach = reaches[id]!
    if (typeof reach === 'string') return
    for (const sent of reach.outside) {
      const answered = await answerTo(operation, reach, sent)
      expect([answered?.statusCode, codeOf(answered!)], `outside: ${JSON.stringify(sent)}`).toEqual([404, 'not_found'])
    }
    const answered = await answerTo(operation, reach, reach.inside)
    expect(isTurnedAway(answered), `inside: ${answered?.body}`).toBe(false)
    expect(codeOf(answered!), `inside: ${answered?.body}`).not.toBe('not_found')
  })
})

describe('the matrix', () => {
  test('is told of every operation, and of no other', () => {
    expect(untold(operations, whoMay)).toEqual([])
    expect(Object.keys(whoMay).toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
  })

  test('finds an operation that is planted without a door, and one that nobody told of', () => {
    const planted = [...operations, { id: 'planted', who: undefined }] as unknown as Operation[]
    expect(untold(planted, whoMay)).toEqual(['planted has no door', 'planted stands in no line of who-may.ts'])
  })

  test('finds a door that was left open', async () => {
    const operation = operations.find(({ id }) => id === 'dismissStaff')!
    const open = { ...operation, who: anyone }
    const { rooms } = town.house
    const app = await httpOf(rooms, [open], (kind, token) => findActor(rooms, kind, token))
    expect((await letIn(open, county, app)).length).toBeGreaterThan(named(whoMay.dismissStaff).length)
    await app.close()
  })
})
