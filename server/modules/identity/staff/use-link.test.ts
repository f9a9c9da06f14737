import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, demoPassword, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { holdUp } from '#server/test/hold-up.ts'
import { tokenIn } from '#server/test/newcomers.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { codeAt, uriOf } from '../second-factor.ts'

let town: Town
let admin: Caller
beforeAll(async () => {
  town = await openTown()
  admin = await town.signIn(team.admin)
})
afterAll(() => town.close())

const params = { county }
let logins = 0
async function invited() {
  const login = `link${++logins}`
  const { link } = await admin.ask('inviteStaff', { params, key: uuidv7(), body: { name: '林可', login, post: team.clerk.post } })
  return { token: tokenIn(link.url), login }
}
const read = (token: string) => town.nobody.call('readLink', { body: { token } })
const use = (token: string, over: object) => town.nobody.call('useLink', { body: { token, password: demoPassword, ...over } })

describe('POST /one-time-links/reading', () => {
  test('200: what it is for, and one secret however often it is read', async () => {
    const { token, login } = await invited()
    const [one, again] = [(await read(token)).reply, (await read(token)).reply]
    expect(one).toMatchObject({ kind: 'invitation', login, uri: uriOf(one.secret, login) })
    expect(one.qr).toMatch(/^<svg /)
    expect(again.secret).toBe(one.secret)
  })

  test('410 link.not_valid: unknown, or a week later', async () => {
    expect((await read('nothing-that-was-handed-over')).problem.code).toBe('link.not_valid')
    const { token } = await invited()
    town.later({ days: 7 })
    expect((await read(token)).status).toBe(410)
    admin = await town.signIn(team.admin)
  })
})

describe('POST /one-time-links/use', () => {
  test('200: ten recovery codes, shown once, each of which signs in once', async () => {
    const { token, login } = await invited()
    const { secret } = (await read(token)).reply
    const { reply } = await use(token, { code: codeAt(secret, town.now) })
    expect(reply.login).toBe(login)
    expect(new Set(reply.recoveryCodes).size).toBe(10)
    const signIn = (secondFactor: string) => town.nobody.call('signInStaff', { body: { login, password: demoPassword, secondFactor } })
    expect((await signIn(reply.recoveryCodes[3]!)).reply.recoveryCodesLeft).toBe(9)
    expect((await signIn(reply.recoveryCodes[3]!)).problem.code).toBe('sign_in.second_factor_wrong')
    expect((await signIn(reply.recoveryCodes[4]!.toUpperCase().replace('-', ' '))).reply.recoveryCodesLeft).toBe(8)
  })

  test('422 password.too_weak and 401 second_factor_wrong leave the link as it was', async () => {
    const { token, login } = await invited()
    const { secret } = (await read(token)).reply
    const code = codeAt(secret, town.now)
    expect((await use(token, { code, password: `${login}-is-my-password` })).problem.code).toBe('password.too_weak')
    expect((await use(token, { code: code === '000000' ? '000001' : '000000' })).problem.code).toBe('sign_in.second_factor_wrong')
    expect((await use(token, { code })).status).toBe(200)
  })

  test('410 link.not_valid: it opens once', async () => {
    const { token } = await invited()
    const { secret } = (await read(token)).reply
    await use(token, { code: codeAt(secret, town.now) })
    expect((await read(token)).status).toBe(410)
    expect((await use(token, { code: codeAt(secret, town.now) })).problem.code).toBe('link.not_valid')
  })

  test('used by two at once, it opens for one', async () => {
    const { token, login } = await invited()
    const { secret } = (await read(token)).reply
    const code = codeAt(secret, town.now)
    const passwords = ['first-come-2026!', 'second-come-2026!']
    const answers = await holdUp(town.house.rooms.db, sql`select token from one_time_links for update`, passwords.map((password) => () => use(token, { code, password })))
    expect(answers.map((answered) => answered.status).toSorted()).toEqual([200, 410])
    const winner = passwords[answers.findIndex((answered) => answered.status === 200)]!
    expect((await town.nobody.call('signInStaff', { body: { login, password: winner, secondFactor: code } })).status).toBe(200)
  })
})

describe('POST /reset-requests', () => {
  test('200: the same whether there is such an account or not', async () => {
    const asked = await Promise.all(['sunyue', 'nobody.here'].map((login) => town.nobody.call('askReset', { body: { login } })))
    expect(asked.map(({ status, reply }) => ({ status, reply }))).toEqual([{ status: 200, reply: {} }, { status: 200, reply: {} }])
  })

  test('429 sign_in.too_many: an account’s administrators are not called on and on', async () => {
    for (let i = 0; i < 3; i++) await town.nobody.ask('askReset', { body: { login: 'hezhiyuan' } })
    expect((await town.nobody.call('askReset', { body: { login: 'hezhiyuan' } })).problem.code).toBe('sign_in.too_many')
  })
})
