import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Operations } from '#contract/index.ts'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { openSecondProcess } from '#server/test/newcomers.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { promised } from '#server/test/promised.ts'
import { closed, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { at, wall } from '#server/test/wall.ts'

type Layer = Operations['savePolicyDraft']['body']['layers'][number]

let town: Town
let wang: Caller
let admin: Caller
let centre: Caller
let chen: Caller
beforeAll(async () => {
  town = await openTown(at('2026-03-02 09:00'))
  ;[wang, admin, centre, chen] = await Promise.all([town.signIn(residents.wang), town.signIn(team.admin), town.signIn(team.centre), town.signIn(team.secretary)])
})
afterAll(() => town.close())

const book = promised('readPolicy', 'listPolicyVersions', 'readPolicyDraft', 'savePolicyDraft', 'dropPolicyDraft', 'tryPolicyDraft', 'publishPolicies')
const draft = () => admin.ask('readPolicyDraft')
const layer = (where: number | null, category: string | null, set: Layer['set'], locked: Layer['locked'] = []): Layer => ({ town: where, category, set, locked })
const plain = ({ layers }: Operations['readPolicyDraft']['reply']): Layer[] => layers.map(({ townName: _, categoryName: __, ...one }) => one)
/** Adds layers to the draft, whatever it says else. */
async function add(...layers: Layer[]) {
  const now = await draft()
  return await admin.ask('savePolicyDraft', { version: now.version, body: { layers: [...plain(now), ...layers] } })
}
const publish = async (note = '试行', more: object = {}, by = admin) =>
  by.call('publishPolicies', { key: uuidv7(), version: (await draft()).version, body: { note, ...more } })
const fieldAt = async (field: string, query: object, by = chen) => (await by.ask('readPolicy', { query })).fields.find((one) => one.field === field)!
const dueOf = async (id: string, kind: string) => {
  const { clocks } = await chen.ask('readCase', { params: { county, id } })
  const clock = clocks.find((one) => one.kind === kind)!
  return [wall(clock.dueAt), await chen.ask('explainClock', { params: { county, id, clock: clock.id } })] as const
}

test('every member of staff sees what is in force, field by field, with the layer that says so', async () => {
  const { book: version, fields } = await chen.ask('readPolicy', { query: { town: 11, category: 'dispute' } })
  const of = (field: string) => fields.find((one) => one.field === field)
  expect(version).toBe(1)
  expect(of('reply')).toEqual({ field: 'reply', value: { hours: 15 }, layer: { town: null, category: null, townName: null, categoryName: null }, locked: true })
  expect(of('resolve')).toMatchObject({ value: { workingDays: 20 }, layer: { category: 'dispute', categoryName: { zh: '邻里纠纷' } }, locked: false })
  expect(of('petition.handling')).toMatchObject({ value: { days: 60 }, layer: null, locked: true })
  book.no('readPolicy', await chen.call('readPolicy', { query: { town: 101 } }), 'region.not_found')
  book.no('readPolicy', await chen.call('readPolicy', { query: { category: 'nothing' } }), 'category.not_found')
  expect((await wang.call('readPolicy')).problem.code).toBe('sign_in_first')
  expect((await chen.call('readPolicyDraft')).status).toBe(403)
})

test('a draft is begun from the latest version, saved, and thrown away; it changes nothing', async () => {
  const before = await draft()
  expect([before.exists, before.basedOn, before.layers.length, before.changes, before.faults]).toEqual([false, 1, 4, [], []])
  book.no('dropPolicyDraft', await admin.call('dropPolicyDraft', { version: before.version }), 'book.no_draft')
  const { version } = await add(layer(11, 'lighting', { start: { workingHours: 4 } }))
  const after = await centre.ask('readPolicyDraft')
  expect(after).toMatchObject({ version, exists: true, changedBy: team.admin.zh, changes: [{ townName: { zh: '春晖街道' }, categoryName: { zh: '路灯照明' }, field: 'start', before: null, after: { workingHours: 4 } }] })
  expect((await fieldAt('start', { town: 11, category: 'lighting' })).value).toEqual({ workingDays: 1 })
  book.no('dropPolicyDraft', await admin.call('dropPolicyDraft', {}), 'version_missing')
  book.no('dropPolicyDraft', await admin.call('dropPolicyDraft', { version: version - 1 }), 'changed_meanwhile')
  await admin.ask('dropPolicyDraft', { version })
  expect((await draft()).exists).toBe(false)
})

test('of two who edit, the second learns of it and overwrites nothing', async () => {
  const { version } = await draft()
  const body = { layers: [layer(null, null, { rateWithinDays: 20 })] }
  expect((await admin.call('savePolicyDraft', { version, body })).status).toBe(200)
  book.no('savePolicyDraft', await centre.call('savePolicyDraft', { version, body: { layers: [] } }), 'changed_meanwhile')
  book.no('savePolicyDraft', await centre.call('savePolicyDraft', { body }), 'version_missing')
  expect((await draft()).layers).toHaveLength(1)
})

test('400: values beyond what the law or the product allows, two units, fields that do not exist', async () => {
  const { version } = await draft()
  const wrong = [
    { 'petition.handling': { days: 61 } }, { 'petition.acceptance': { workingDays: 10 } }, { reply: { hours: 0 } }, { reply: { hours: 1, days: 1 } }, { reply: {} }, { warnShare: 1 },
    { 'gates.close': 'mayor' }, { callbackShare: 2 }, { somethingElse: 1 },
  ]
  for (const set of wrong) expect([set, (await admin.call('savePolicyDraft', { version, body: { layers: [{ town: null, category: null, set, locked: [] }] } })).status]).toEqual([set, 400])
  expect((await draft()).version).toBe(version)
})

test('a draft with faults can be kept, and not published', async () => {
  const { version } = await draft()
  const layers = [layer(null, null, {}, ['start']), layer(11, null, { start: { workingDays: 2 } }), layer(111, null, {}), layer(null, 'gone', {})]
  await admin.ask('savePolicyDraft', { version, body: { layers } })
  expect((await draft()).faults.map(({ code, field }) => [code, field])).toEqual([['locked_above', 'start'], ['town_unknown', null], ['category_unknown', null]])
  const refused = await publish()
  book.no('publishPolicies', refused, 'book.has_faults')
  expect(refused.problem).toMatchObject({ faults: [{ town: 11, code: 'locked_above', field: 'start' }, {}, {}] })
  await admin.ask('dropPolicyDraft', { version: (await draft()).version })
})

test('a dry run says what a draft would have meant for past cases, and changes nothing', async () => {
  const done = await closed(wang, chen, bodies.wutong.id)
  const open = await report(wang)
  town.later({ hours: 8, minutes: 12 })
  await add(layer(11, 'lighting', { reply: { hours: 1 }, start: { hours: 8 }, 'gates.dispatch': 'desk' }), layer(11, 'noise', { start: { hours: 1 } }))
  // The county locked `reply`: the layer's shorter one counts for nothing.
  const trial = await admin.ask('tryPolicyDraft', { body: {} })
  expect(trial).toMatchObject({ cases: 2, moved: 2, newlyLate: 1, noLongerLate: 0, isCut: false })
  const of = (field: string) => trial.clocks.find((one) => one.field === field)
  expect(of('start')).toEqual({ field: 'start', all: 2, moved: 2, newlyLate: 1, noLongerLate: 0 })
  expect(of('reply')).toMatchObject({ all: 2, moved: 0 })
  expect(trial.gates).toEqual([{ field: 'gates.dispatch', all: 1, before: 0, after: 1 }, { field: 'gates.close', all: 1, before: 0, after: 0 }])
  expect(trial.examples.map(({ id, lateBefore, lateAfter }) => [id, lateBefore, lateAfter])).toEqual([[open, false, true], [done, false, false]])
  expect(trial.examples[0]).toMatchObject({ field: 'start', town: { name: { zh: '春晖街道' } }, category: { zh: '路灯照明' } })
  expect(wall(trial.examples[0]!.dueAfter)).toBe('2026-03-02 17:00')
  await admin.ask('dropPolicyDraft', { version: (await draft()).version })
  expect(await admin.ask('tryPolicyDraft', { body: { months: 1 } })).toMatchObject({ cases: 2, moved: 0, newlyLate: 0, examples: [] })
})

test('published from now on: the next case there has the new time, which says why; a case under way keeps its version', async () => {
  town.now = at('2026-03-03 09:00')
  ;[admin, centre, chen] = await Promise.all([town.signIn(team.admin), town.signIn(team.centre), town.signIn(team.secretary)])
  const older = await report(wang)
  await add(layer(11, 'lighting', { start: { workingHours: 4 } }))
  const { reply } = await publish('春晖街道路灯加快')
  expect(reply.published).toBe(2)
  const newer = await report(wang)
  const elsewhere = await report(wang, { category: 'noise' })
  const [due, why] = await dueOf(newer, 'start')
  // The office rests at noon.
  expect([due, why.span, why.rule]).toEqual(['2026-03-03 14:30', { workingHours: 4 }, { version: 2, field: 'start', holds: { town: { zh: '春晖街道', en: expect.any(String) }, category: { zh: '路灯照明', en: expect.any(String) } } }])
  const [, { rule }] = await dueOf(older, 'start')
  expect([(await dueOf(older, 'start'))[0], rule]).toEqual(['2026-03-03 17:30', { version: 1, field: 'start', holds: null }])
  expect((await dueOf(elsewhere, 'start'))[0]).toBe('2026-03-03 17:30')
  expect((await chen.ask('readCase', { params: { county, id: older } })).policyVersion).toBe(1)
  const [{ items: [newest, first] }, trail] = [await chen.ask('listPolicyVersions'), await town.house.rooms.db.query<{ kind: string }>(sql`select kind, person from facts where kind = 'policy.published'`)]
  expect(newest).toMatchObject({ version: 2, note: '春晖街道路灯加快', by: team.admin.zh, state: 'in_force', changes: [{ field: 'start', before: null, after: { workingHours: 4 } }] })
  expect([first?.version, first?.by, first?.state, trail]).toEqual([1, null, 'past', [{ kind: 'policy.published', person: team.admin.person }]])
})

test('a case sorted into another category follows its rules in its own version', async () => {
  const id = await report(wang, { category: 'noise' })
  const { version } = await chen.ask('readCase', { params: { county, id } })
  await chen.ask('acceptCase', { params: { county, id }, version, body: { category: 'dispute' } })
  const [, { span, rule }] = await dueOf(id, 'resolve')
  expect([span, rule]).toEqual([{ workingDays: 10 }, null])
})

test('published for a later day: it waits for it, and what is published after it counts', async () => {
  await add(layer(12, null, { resolve: { workingDays: 3 } }))
  book.no('publishPolicies', await publish('昨天起', { effectiveFrom: at('2026-03-02 09:00').toISOString() }), 'book.in_the_past')
  const { reply: { published } } = await publish('下周起', { effectiveFrom: at('2026-03-09 00:00').toISOString() })
  expect((await chen.ask('readPolicy', {})).book).toBe(published - 1)
  expect((await fieldAt('resolve', { town: 12, at: at('2026-03-09 00:00').toISOString() })).value).toEqual({ workingDays: 3 })
  const { items } = await chen.ask('listPolicyVersions')
  expect(items.slice(0, 2).map(({ state }) => state)).toEqual(['coming', 'in_force'])
  town.later({ minutes: 5 })
  await add(layer(13, null, { resolve: { workingDays: 7 } }))
  await publish('提前')
  expect((await chen.ask('listPolicyVersions')).items.slice(0, 3).map(({ state }) => state)).toEqual(['in_force', 'replaced', 'past'])
})

test('a retried send of a publication is answered as the first time; its key serves nothing else', async () => {
  await add(layer(13, 'noise', { resolve: { workingDays: 2 } }))
  const { version } = await draft()
  const key = uuidv7()
  const sent = { key, version, body: { note: '一次' } }
  const first = await admin.ask('publishPolicies', sent)
  expect(await admin.ask('publishPolicies', sent)).toEqual(first)
  book.no('publishPolicies', await admin.call('publishPolicies', { ...sent, body: { note: '别的' } }), 'key_used_otherwise')
  book.no('publishPolicies', await admin.call('publishPolicies', { version, body: { note: '没有' } }), 'key_missing')
  book.no('publishPolicies', await admin.call('publishPolicies', { key: uuidv7(), body: { note: '没有' } }), 'version_missing')
  book.no('publishPolicies', await admin.call('publishPolicies', { key: uuidv7(), version, body: { note: '没有' } }), 'changed_meanwhile')
  book.no('publishPolicies', await publish(), 'book.no_draft')
})

test('404: the county’s rules and catalogue are not for whoever holds only a part of it', async () => {
  const clerk = async () => await town.signIn(team.clerk)
  for (const action of ['policy.draft', 'policy.publish', 'routing.draft', 'routing.publish']) {
    const body = { post: team.clerk.post, action, region: 11, mayDelegate: false, reportAfterwards: false, reason: '试点' }
    await admin.ask('giveGrant', { key: uuidv7(), body })
  }
  const by = await clerk()
  const answers = await Promise.all([
    by.call('readPolicyDraft'), by.call('savePolicyDraft', { version: 1, body: { layers: [] } }), by.call('tryPolicyDraft', { body: {} }),
    by.call('publishPolicies', { key: uuidv7(), version: 1, body: { note: '试' } }), by.call('readRoutingDraft'), by.call('tryRoutingDraft', { body: {} }),
    by.call('publishRouting', { key: uuidv7(), version: 1, body: { note: '试' } }), by.call('removeRoutingEntry', { params: { county, id: uuidv7() }, version: 1 }),
  ])
  expect(answers.map(({ status, problem }) => [status, problem.code])).toEqual(answers.map(() => [404, 'not_found']))
})

test.skipIf(!hasPostgres)('of two who publish at once one wins, and another process knows at once', async () => {
  await add(layer(12, 'noise', { start: { workingHours: 2 } }))
  const second = await openSecondProcess(town)
  try {
    const { version } = await draft()
    const before = (await chen.ask('listPolicyVersions')).items[0]!.version
    expect((await second.as(chen).ask('readPolicy')).book).toBe(before)
    const sent = () => ({ key: uuidv7(), version, body: { note: '同时' } })
    const answers = await Promise.all([admin.call('publishPolicies', sent()), second.as(centre).call('publishPolicies', sent()), admin.call('publishPolicies', sent())])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412])
    const versions = (await chen.ask('listPolicyVersions')).items.map((one) => one.version)
    expect(versions).toEqual(Array.from({ length: before + 1 }, (_, i) => before + 1 - i))
    await expect.poll(async () => (await second.as(chen).ask('readPolicy')).book).toBe(before + 1)
  } finally {
    await second.close()
  }
})

test.skipIf(!hasPostgres)('of many who begin a draft at once one does', async () => {
  const { version } = await draft()
  const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => admin.call('savePolicyDraft', { version, body: { layers: [layer(null, null, { rateWithinDays: i + 1 })] } })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412, 412])
  const winner = answers.findIndex(({ status }) => status === 200)
  expect((await draft()).layers[0]!.set).toEqual({ rateWithinDays: winner + 1 })
})

test('every no that was promised was said', () => book.allShown())
