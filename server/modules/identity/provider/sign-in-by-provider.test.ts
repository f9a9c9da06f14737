import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { county, team } from '#server/demo/cast.ts'
import { client, openIdentityProvider, type RunningProvider } from '#server/test/identity-provider.ts'
import { callerOn, openTown, type Town } from '#server/test/town.ts'

const publicUrl = 'http://127.0.0.1:4210'
let provider: RunningProvider
let town: Town

beforeAll(async () => {
  provider = await openIdentityProvider(`${publicUrl}/office/sign-in/return`)
  town = await openTown(undefined, {
    env: { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret, PUBLIC_URL: publicUrl },
  })
})
afterAll(async () => {
  await town.close()
  await provider.close()
})

/** Asks, signs in at the provider as this account, and brings the answer back. */
async function come(sub: string, account: string) {
  const { url, ticket } = await town.nobody.ask('askProvider')
  return { address: await provider.signIn(url, { sub, account }), ticket }
}

const bring = (body: { address: string; ticket: string }) => town.nobody.call('signInByProvider', { body })
const linked = async (login: string) => await callerOn(town.app, 'office', await cookieOf(login)).ask('readMe')

async function cookieOf(login: string): Promise<string> {
  const answered = await bring(await come(`sub of ${login}`, login))
  return String(answered.headers['set-cookie']).split(';')[0]!
}

test('200: whoever the provider names is in, without password and second factor; the trail says that accounts were linked, once', async () => {
  expect(await linked(team.secretary.login)).toMatchObject({ name: team.secretary.zh })
  await linked(team.secretary.login)
  const facts = await town.house.rooms.db.query<{ n: number }>(sql`select count(*) as n from facts where kind = 'staff.linked'`)
  expect(facts[0]!.n).toBe(1)
})

test('the link counts from then on, not the name: who was given a linked name later is refused, who was renamed comes in', async () => {
  await linked(team.member.login)
  expect((await bring(await come('somebody else', team.member.login))).problem.code).toBe('provider.no_account')
  const answered = await bring(await come(`sub of ${team.member.login}`, 'a-new-name'))
  expect(answered.status).toBe(200)
})

test('403 provider.no_account: known to the provider, unknown here', async () => {
  const answered = await bring(await come('a stranger', 'stranger'))
  expect([answered.status, answered.problem.code]).toEqual([403, 'provider.no_account'])
  expect(answered.headers['set-cookie']).toBeUndefined()
})

test('401 provider.refused: an answer to somebody else’s question, one brought twice, one of before, one that was made up', async () => {
  const mine = await come('sub of leader', team.leader.login)
  const other = await town.nobody.ask('askProvider')
  expect((await bring({ address: mine.address, ticket: other.ticket })).problem.code).toBe('provider.refused')
  expect((await bring(mine)).status).toBe(200)
  expect((await bring(mine)).problem.code).toBe('provider.refused')
  const old = await come('sub of leader', team.leader.login)
  town.later({ minutes: 11 })
  expect((await bring(old)).problem.code).toBe('provider.refused')
  const { ticket } = await town.nobody.ask('askProvider')
  for (const address of [`${publicUrl}/office/sign-in/return?code=made-up&state=made-up`, 'https://elsewhere.example/?code=1', 'no address', `${publicUrl}/office/sign-in/return?error=access_denied`]) {
    expect((await bring({ address, ticket })).problem.code).toBe('provider.refused')
  }
  expect((await bring({ address: `${publicUrl}/office/sign-in/return?code=1`, ticket: 'no ticket' })).problem.code).toBe('provider.refused')
})

test('whoever has left is out by this way too, and nobody takes their place under their name', async () => {
  await linked(team.grid.login)
  const admin = await town.signIn(team.admin)
  const { items } = await admin.ask('listStaff', { params: { county } })
  const { person: id } = items.find((one) => one.login === team.grid.login)!
  await admin.ask('dismissStaff', { params: { county, id }, body: { reason: '调离' } })
  for (const sub of [`sub of ${team.grid.login}`, 'another']) {
    expect((await bring(await come(sub, team.grid.login))).problem.code).toBe('provider.no_account')
  }
})

test('503 provider.unreachable: where it does not answer', async () => {
  const away = await openTown(undefined, { on: 'embedded', env: { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret } })
  try {
    expect((await away.nobody.call('askProvider')).problem).toMatchObject({ code: 'provider.unreachable', status: 503 })
  } finally {
    await away.close()
  }
})

test('404: where no provider is set, and then the sign-in page says nothing of one', async () => {
  const plain = await openTown(undefined, { on: 'embedded' })
  try {
    expect((await plain.nobody.call('askProvider')).status).toBe(404)
    expect(await plain.nobody.ask('readSettings')).not.toHaveProperty('identityProvider')
    expect((await town.nobody.ask('readSettings')).identityProvider).toEqual({ zh: '统一身份认证', en: 'government account' })
  } finally {
    await plain.close()
  }
})
