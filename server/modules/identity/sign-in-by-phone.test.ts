import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, residents, team } from '#server/demo/cast.ts'
import type { Fact } from '#server/kernel/facts.ts'
import { openTown, type Town } from '#server/test/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const codeFor = async (phone: string) => (await town.nobody.ask('requestPhoneCode', { body: { phone } })).demoCode

describe('POST /resident-sessions', () => {
  test('200: a resident is signed in by the code that was sent, and sees the session', async () => {
    const wang = await town.signIn(residents.wang)
    const { items } = await wang.ask('listSessions')
    expect(items).toMatchObject([{ app: 'resident', isThis: true }])
  })

  test('422 consent.needed: a new phone is not kept before its holder agreed to the privacy notice', async () => {
    const code = await codeFor('13700000001')
    const { status, problem } = await town.nobody.call('signInByPhone', { body: { phone: '13700000001', code } })
    expect([status, problem.code]).toEqual([422, 'consent.needed'])
    expect((await town.nobody.call('signInByPhone', { body: { phone: '13700000001', code, consent: '2026-11' } })).status).toBe(200)
  })

  test('422 code.expired: a code signs in once', async () => {
    const body = { phone: residents.li.phone, code: await codeFor(residents.li.phone) }
    expect((await town.nobody.call('signInByPhone', { body })).status).toBe(200)
    expect((await town.nobody.call('signInByPhone', { body })).problem.code).toBe('code.expired')
  })

  test('429 code.too_many: guessing ends after five tries, even with the right code', async () => {
    const phone = '13700000002'
    const code = await codeFor(phone)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let i = 0; i < 5; i++) expect((await town.nobody.call('signInByPhone', { body: { phone, code: wrong } })).problem.code).toBe('code.wrong')
    expect((await town.nobody.call('signInByPhone', { body: { phone, code, consent: '2026-11' } })).problem.code).toBe('code.too_many')
  })

  test('a number that was silent for a year opens nothing of its last holder’s: whoever has it now is somebody new', async () => {
    const own = await openTown()
    try {
      const zhang = await own.signIn(residents.zhang)
      const before = await zhang.ask('readMe')
      own.later({ days: 364 })
      expect((await (await own.signIn(residents.zhang)).ask('readMe')).person).toBe(before.person)
      own.later({ days: 366 })
      const after = await (await own.signIn(residents.zhang)).ask('readMe')
      expect(after.person).not.toBe(before.person)
      expect(after).toMatchObject({ name: null, memberships: [], phone: before.phone })
      const facts = await own.house.rooms.db.query<Fact>(sql`select * from facts where kind = 'phone.passed_on'`)
      expect(facts).toMatchObject([{ county, subject: before.person, detail: {} }])
      own.later({ days: 1 })
      expect((await (await own.signIn(residents.zhang)).ask('readMe')).person).toBe(after.person)
    } finally {
      await own.close()
    }
  })

  test('400: a number of a wrong type is named, and nothing is changed', async () => {
    const { status, problem } = await town.nobody.call('signInByPhone', { body: { phone: 138, code: '1' } })
    expect(status).toBe(400)
    expect(problem.fields?.map((field) => field.path).toSorted()).toEqual(['/code', '/phone'])
  })
})

describe('POST /staff-sessions', () => {
  test('200: password and second factor together sign in; the same code does not sign in twice', async () => {
    const clerk = await town.signIn(team.clerk)
    expect((await clerk.ask('listSessions')).items).toHaveLength(1)
    await expect(town.signIn(team.clerk)).rejects.toThrow('second_factor_wrong')
  })
})
