import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PolicySet } from '#contract/policy-fields.ts'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { accepted, act, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let wang: Caller
let admin: Caller
let chen: Caller
beforeAll(async () => {
  town = await openTown()
  ;[wang, admin, chen] = await Promise.all([town.signIn(residents.wang), town.signIn(team.admin), town.signIn(team.secretary)])
})
afterAll(() => town.close())

/** From now on the county says so, for every town and category. */
async function rule(set: PolicySet) {
  const { version } = await admin.ask('readPolicyDraft')
  const saved = await admin.ask('savePolicyDraft', { version, body: { layers: [{ town: null, category: null, set, locked: [] }] } })
  await admin.ask('publishPolicies', { key: uuidv7(), version: saved.version, body: { note: '试' } })
}
const up = async (id: string) => (await chen.ask('readCase', { params: { county, id } })).up.map((body) => body.id)
const reason = { type: 'beyond_means', cause: '没有条件。', tried: '已看过。' } as const

test('one key up leads to the next desk alone where the rules say so; a case under way keeps its ways', async () => {
  const before = await accepted(wang, chen)
  await rule({ up: 'next' })
  const after = await accepted(wang, chen)
  expect((await up(before)).length).toBeGreaterThan(2)
  expect(await up(after)).toEqual([bodies.chunhui.id])
  expect((await act(chen, 'escalateCase', after, { to: bodies.centre.id, ...reason })).problem.code).toBe('case.body_unknown')
  expect((await act(chen, 'escalateCase', after, reason)).status).toBe(200)
  expect((await act(chen, 'escalateCase', before, { to: bodies.centre.id, ...reason })).status).toBe(200)
})

test('what the rules keep from the public stays private, whatever was wished, and is said beforehand', async () => {
  const said = (query = {}) => town.nobody.ask('readPublicity', { params: { county }, query })
  expect(await said({ village: 101, category: 'lighting' })).toEqual({ mayBePublic: true })
  const wished = await report(wang, { visibility: 'public' })
  await rule({ mayBePublic: false })
  const kept = await report(wang, { visibility: 'public' })
  const publicity = async (id: string) => (await wang.ask('readMatter', { params: { county, id } })).publicity
  expect([await publicity(wished), await publicity(kept)]).toEqual(['wished', 'private'])
  expect([await said(), await said({ village: 101, category: 'lighting' })]).toEqual([{ mayBePublic: false }, { mayBePublic: false }])
})
