import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, demoPassword, residents, team } from '#server/demo/cast.ts'
import { openHouse } from '#server/house.ts'
import { enter } from '#server/test/newcomers.ts'
import { openTown, type Town } from '#server/test/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const list = async () => (await town.nobody.ask('listDemoAccounts')).items
const signIn = async (login: string) => {
  const { password, secondFactor } = (await list()).find((one) => one.login === login)!
  return await town.nobody.call('signInStaff', { body: { login, password, secondFactor } })
}

describe('GET /demo-accounts', () => {
  test('200: the whole cast, each with their part and what signs them in', async () => {
    const items = await list()
    expect(items.filter((one) => one.app === 'resident').map((one) => one.phone)).toEqual(Object.values(residents).map((one) => one.phone))
    expect(items.find((one) => one.login === 'chenjing')).toMatchObject({
      app: 'office', name: { zh: '陈静', en: 'Chen Jing' }, part: { zh: '梧桐社区居委会 社区书记', en: 'Community Secretary, Wutong Residents’ Committee' }, password: demoPassword,
    })
    expect(items.filter((one) => one.app === 'office')).toHaveLength(Object.keys(team).length)
  })

  test('the code shown is one that still signs in; when two were used within a minute, none is shown', async () => {
    expect((await signIn('sunyue')).status).toBe(200)
    expect((await signIn('sunyue')).status).toBe(200)
    expect((await list()).find((one) => one.login === 'sunyue')).not.toHaveProperty('secondFactor')
    town.later({ minutes: 1 })
    expect((await signIn('sunyue')).status).toBe(200)
  })

  test('whoever has set a password of their own is no demo account any more', async () => {
    const admin = await town.signIn(team.admin)
    const { link } = await admin.ask('resetStaff', { params: { county, id: team.urban.person }, body: { reason: '试用' } })
    expect((await list()).map((one) => one.login)).not.toContain('hanmei')
    await enter(town, link.url)
    expect((await list()).map((one) => one.login)).not.toContain('hanmei')
  })

  test('404 demo.only: outside demo mode there is no such thing', async () => {
    const config = { ...town.house.rooms.config, demo: false }
    const house = await openHouse(config, { clock: () => town.now })
    const app = await house.http()
    try {
      const answered = await app.inject({ url: '/api/v1/demo-accounts' })
      expect([answered.statusCode, answered.json().code]).toEqual([404, 'demo.only'])
      expect(answered.body).not.toContain(demoPassword)
    } finally {
      await app.close()
      await house.close()
    }
  })
})
