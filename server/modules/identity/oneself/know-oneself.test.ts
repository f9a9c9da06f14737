import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import personalEn from '#words/en/personal.ts'
import personalZh from '#words/zh/personal.ts'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { personalFields } from '#server/house.ts'
import type { Fact } from '#server/kernel/facts.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { codeAt } from '../second-factor.ts'

let town: Town
let wang: Caller
let secretary: Caller
beforeAll(async () => {
  town = await openTown()
  ;[wang, secretary] = [await town.signIn(residents.wang), await town.signIn(team.secretary)]
})
afterAll(() => town.close())

describe('GET /me', () => {
  test('200: a resident: name, masked phone, communities, no power', async () => {
    expect(await wang.ask('readMe')).toMatchObject({
      person: residents.wang.person, app: 'resident', name: '王秀英', phone: '139****0001', login: null, language: 'zh',
      consent: { needed: false, version: '2026-11' }, posts: [], actions: [],
      memberships: [{ county, village: { id: 101, name: { zh: '梧桐社区', en: 'Wutong Community' } }, telephone: bodies.wutong.telephone, kind: 'resident', state: 'verified', reason: null }],
    })
  })

  test('200: a staff member: posts with what they are called, and every action once', async () => {
    const me = await secretary.ask('readMe')
    expect(me).toMatchObject({
      app: 'office', name: '陈静', phone: null, login: 'chenjing', consent: { needed: false },
      posts: [{ id: team.secretary.post, county, role: 'committee_secretary', title: { zh: '社区书记' }, body: { id: bodies.wutong.id }, region: { id: 101, level: 5 } }],
    })
    expect(new Set(me.actions).size).toBe(me.actions.length)
    expect(me.actions).toEqual(expect.arrayContaining(['membership.decide', 'case.triage']))
  })

  test('401: nobody', async () => expect((await town.nobody.call('readMe')).problem.code).toBe('sign_in_first'))
})

describe('PATCH /me', () => {
  test('200: a corrected name shows everywhere at once, and stands on the trail of where it was verified', async () => {
    await wang.ask('changeMe', { body: { name: '王秀瑛' } })
    expect((await wang.ask('readMe')).name).toBe('王秀瑛')
    const facts = await town.house.rooms.db.query<Fact>(sql`select * from facts where kind = 'person.renamed'`)
    expect(facts).toMatchObject([{ county, subject: residents.wang.person, detail: {} }])
  })

  test('200: the language holds from the next call on', async () => {
    await wang.ask('changeMe', { body: { language: 'en' } })
    expect((await wang.ask('readMe')).language).toBe('en')
  })

  test('422 masked_value; 401', async () => {
    expect((await wang.call('changeMe', { body: { name: '王**' } })).problem.code).toBe('masked_value')
    expect((await town.nobody.call('changeMe', { body: {} })).status).toBe(401)
  })
})

describe('the privacy notice', () => {
  test('200: anybody reads it, in both languages', async () => {
    const { version, text } = await town.nobody.ask('readPrivacyNotice')
    expect([version, Object.keys(text)]).toEqual(['2026-11', ['zh', 'en']])
  })

  test('200: agreeing to the one in force is recorded once; 422 to another', async () => {
    for (let i = 0; i < 2; i++) await wang.ask('giveConsent', { body: { version: '2026-11' } })
    expect((await wang.call('giveConsent', { body: { version: '2020-01' } })).problem.code).toBe('consent.needed')
    expect((await wang.ask('readMyRecord')).consents).toHaveLength(1)
  })
})

describe('GET /me/record', () => {
  test('200: what is held, why and for how long; each field once, with its words in both languages', async () => {
    const { held } = await (await town.signIn(residents.li)).ask('readMyRecord')
    expect(held).toEqual([
      { field: 'person.name', purpose: 'identify', ground: 'public_task', keptFor: 'account', value: '李建国', count: 1 },
      { field: 'person.phone', purpose: 'contact', ground: 'consent', keptFor: 'account', value: '139****0002', count: 1 },
      { field: 'membership.address', purpose: 'verify_membership', ground: 'consent', keptFor: 'membership', value: '梧桐里 8 号 1 幢 102', count: 1 },
    ])
    for (const words of [personalZh, personalEn] as Record<string, unknown>[]) {
      for (const field of personalFields) {
        const named = [words[field.name], (words.purposes as never)[field.purpose], (words.grounds as never)[field.ground], (words.keptFor as never)[field.keptFor]]
        expect(named, field.name).toEqual([expect.any(String), expect.any(String), expect.any(String), expect.any(String)])
      }
    }
  })

  test('200: who looked, from which body, when and what for', async () => {
    const body = { field: 'person.phone', row: residents.wang.person, purpose: 'other', words: '送达通知书' }
    await secretary.ask('openPersonalField', { params: { county }, body })
    expect((await wang.ask('readMyRecord')).openings).toEqual([
      { at: town.now.toISOString(), field: 'person.phone', body: { zh: '梧桐社区居委会', en: 'Wutong Residents’ Committee' }, purpose: 'other', words: '送达通知书', caseNumber: null },
    ])
    expect((await secretary.ask('readMyRecord')).openings).toEqual([])
  })
})

describe('POST /me/recovery-codes', () => {
  const renew = (secondFactor: string) => secretary.call('renewRecoveryCodes', { body: { secondFactor } })
  const signIn = (secondFactor: string) => town.nobody.call('signInStaff', { body: { login: 'chenjing', password: 'gongzhi-demo-2026', secondFactor } })

  test('200: ten new ones; the old ones end', async () => {
    town.later({ minutes: 1 })
    const first = (await renew(codeAt(team.secretary.secret, town.now))).reply.recoveryCodes
    const second = (await renew(first[0]!)).reply.recoveryCodes
    expect(new Set([...first, ...second]).size).toBe(20)
    expect((await signIn(first[1]!)).problem.code).toBe('sign_in.second_factor_wrong')
    expect((await signIn(second[1]!)).reply.recoveryCodesLeft).toBe(9)
    const told = await town.house.rooms.db.query<Fact>(sql`select kind from facts where subject = ${team.secretary.person}::uuid and kind like 'staff.re%' order by seq`)
    expect(told.map((fact) => fact.kind)).toEqual(['staff.renewed_recovery', 'staff.renewed_recovery', 'staff.recovered'])
  })

  test('401 second_factor_wrong, then 429; residents have none', async () => {
    for (let i = 0; i < 10; i++) expect((await renew('wrong-code')).problem.code).toBe('sign_in.second_factor_wrong')
    expect((await renew('wrong-code')).problem.code).toBe('sign_in.too_many')
    expect((await wang.call('renewRecoveryCodes', { body: { secondFactor: '123456' } })).status).toBe(401)
  })
})
