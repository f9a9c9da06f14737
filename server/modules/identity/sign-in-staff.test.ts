import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bodies, county, demoPassword, residents, team } from '#server/demo/cast.ts'
import { appoint, openSecondProcess } from '#server/test/newcomers.ts'
import { openTown, type Town } from '#server/test/town.ts'
import { codeAt } from './second-factor.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const signIn = (over: object = {}) => {
  const { login, secret } = team.secretary
  return town.nobody.call('signInStaff', { body: { login, password: demoPassword, secondFactor: codeAt(secret, town.now), ...over } })
}

describe('POST /staff-sessions', () => {
  test('401 sign_in.wrong: the same for an unknown account, a wrong password and a resident', async () => {
    for (const over of [{ login: 'nobody' }, { password: 'not-the-password' }, { login: residents.wang.phone }]) {
      expect((await signIn(over)).problem.code).toBe('sign_in.wrong')
    }
  })

  test('401 sign_in.second_factor_wrong: a code of the half minute before still counts, an older one does not', async () => {
    const at = (seconds: number) => codeAt(team.secretary.secret, new Date(town.now.getTime() + seconds * 1000))
    expect((await signIn({ secondFactor: at(-90) })).problem.code).toBe('sign_in.second_factor_wrong')
    expect((await signIn({ secondFactor: at(-30) })).status).toBe(200)
    expect((await signIn({ secondFactor: at(-30) })).problem.code).toBe('sign_in.second_factor_wrong')
  })

  test('the same code from two places at once signs in one', async () => {
    town.later({ minutes: 2 })
    expect((await Promise.all([signIn(), signIn()])).map((answered) => answered.status).toSorted()).toEqual([200, 401])
  })

  test('403 sign_in.no_post: whoever holds none has no business in the office', async () => {
    const admin = await town.signIn(team.admin)
    const one = await appoint(town, admin, { body: bodies.chunhui.id, role: 'subdistrict_clerk', login: 'postless' })
    await admin.ask('leavePost', { params: { county, id: one.post, person: one.person } })
    expect((await signIn({ login: 'postless', secondFactor: '123456' })).problem.code).toBe('sign_in.no_post')
  })

  test('429 sign_in.too_many: guessing ends after ten tries, for the right password too, and begins anew later', async () => {
    for (let i = 0; i < 10; i++) await signIn({ login: 'wugang', password: `guess ${i}` })
    const answered = await signIn({ login: 'wugang', secondFactor: codeAt(team.lamps.secret, town.now) })
    expect(answered.problem).toMatchObject({ code: 'sign_in.too_many', retryAfterSeconds: 900 })
    town.later({ minutes: 16 })
    expect((await signIn({ login: 'wugang', secondFactor: codeAt(team.lamps.secret, town.now) })).status).toBe(200)
  })
})

describe('sessions', () => {
  test('DELETE /sessions/:id 200: an open session elsewhere ends at once, on every process; another’s is not there', async () => {
    const second = await openSecondProcess(town)
    try {
      const [here, there] = [await town.signIn(team.member), await (town.later({ minutes: 1 }), town.signIn(team.member))]
      const lost = second.as(here)
      expect((await lost.call('readMe')).status).toBe(200)
      const { items } = await there.ask('listSessions')
      const other = items.find((one) => !one.isThis)!
      expect((await (await town.signIn(team.leader)).call('endSession', { params: { id: other.id } })).status).toBe(404)
      await there.ask('endSession', { params: { id: other.id } })
      await vi.waitFor(async () => expect((await lost.call('readMe')).problem.code).toBe('session_ended'), { timeout: 5_000, interval: 5 })
      expect((await there.call('readMe')).status).toBe(200)
      expect((await there.call('endSession', { params: { id: other.id } })).status).toBe(404)
    } finally {
      await second.close()
    }
  })

  test('DELETE /sessions/current 200: signed out; again, and by nobody, just as well', async () => {
    const grid = await town.signIn(team.grid)
    await grid.ask('signOut')
    expect((await grid.call('readMe')).problem.code).toBe('session_ended')
    expect((await grid.call('signOut')).status).toBe(200)
    expect((await town.nobody.call('signOut')).status).toBe(200)
  })

  test('an office session ends by itself after twelve hours', async () => {
    const centre = await town.signIn(team.centre)
    town.later({ hours: 11.9 })
    expect((await centre.call('readMe')).status).toBe(200)
    town.later({ hours: 0.2 })
    expect((await centre.call('readMe')).problem.code).toBe('session_ended')
  })
})
