import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { promised } from '#server/test/promised.ts'
import { accepted, act, answered, closed, dispatched, photograph, report, reported, type BodyOf } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const book = promised('addToMatter', 'withdrawMatter', 'rateMatter')
const wutong = bodies.wutong.id

let town: Town
let wang: Caller
let li: Caller
let chen: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  li = await town.signIn(residents.li)
  chen = await town.signIn(team.secretary)
})
afterAll(() => town.close())

const matter = (id: string) => wang.ask('readMatter', { params: { county, id } })
const add = (id: string, body: Partial<BodyOf<'addToMatter'>> = {}, key: string | undefined = uuidv7(), by = wang) =>
  by.call('addToMatter', { params: { county, id }, key, body: { words: '第二盏也不亮了。', photos: [], ...body } })
const withdraw = (id: string, by = wang) => by.call('withdrawMatter', { params: { county, id }, body: { words: '自己修好了。' } })
const verdict = { contacted: true, solved: 'partly', satisfied: 4, words: '还有一盏闪。' } as const
const rate = (id: string, body: BodyOf<'rateMatter'> = verdict, by = wang) => by.call('rateMatter', { params: { county, id }, body })

describe('POST …/additions', () => {
  test('200: words and photos are added, and the desk sees them', async () => {
    const id = await report(wang)
    const photo = await photograph(wang)
    expect((await add(id, { photos: [photo] })).status).toBe(200)
    expect((await matter(id)).steps.at(-1)).toMatchObject({ kind: 'case.added_to', body: null, words: '第二盏也不亮了。', photos: [{ id: photo }] })
    expect((await chen.ask('readCase', { params: { county, id } })).steps.at(-1)).toMatchObject({ words: '第二盏也不亮了。', person: null })
  })

  test('200: it answers what was asked, and the clocks go on', async () => {
    const id = await accepted(wang, chen)
    const due = (await matter(id)).nextDue!.at!
    await act(chen, 'askBack', id, { words: '请问是哪一盏？', daysMax: 5 })
    expect(await matter(id)).toMatchObject({ state: 'asked', nextDue: { paused: true, at: null } })
    expect((await wang.ask('listMyMatters', { query: { open: true } })).items.find((one) => one.id === id)).toMatchObject({ state: 'asked', waitsForMe: true })
    town.later({ days: 1 })
    chen = await town.signIn(team.secretary)
    await add(id)
    const after = await matter(id)
    expect(after).toMatchObject({ state: 'accepted', nextDue: { paused: false } })
    expect(Date.parse(after.nextDue!.at!) - Date.parse(due)).toBe(24 * 3_600_000)
  })

  test('200: a retried send adds once, also where the matter was closed meanwhile', async () => {
    const id = await reported(wang, chen, wutong)
    const [key, photo] = [uuidv7(), await photograph(wang)]
    expect((await add(id, { photos: [photo] }, key)).status).toBe(200)
    expect((await add(id, { photos: [photo] }, key)).status).toBe(200)
    await act(chen, 'closeCase', id, { outcome: 'solved' })
    expect((await add(id, { photos: [photo] }, key)).status).toBe(200)
    expect((await matter(id)).steps.filter((step) => step.kind === 'case.added_to')).toHaveLength(1)
  })

  test('409: a key says one thing, in one matter, by one person', async () => {
    const [one, other] = [await report(wang), await report(wang)]
    const key = uuidv7()
    await add(one, {}, key)
    book.no('addToMatter', await add(one, { words: '第三盏。' }, key), 'key_used_otherwise')
    book.no('addToMatter', await add(other, {}, key), 'key_used_otherwise')
    book.no('addToMatter', await add(await report(li), {}, key, li), 'key_used_otherwise')
    expect((await matter(other)).steps.map((step) => step.kind)).toEqual(['case.received'])
  })

  test('409, 422, 400: what can’t be added', async () => {
    book.no('addToMatter', await add(await closed(wang, chen, wutong)), 'case.not_open')
    const id = await report(wang)
    book.no('addToMatter', await add(id, { photos: Array.from({ length: 10 }, uuidv7) }), 'appeal.too_many_photos')
    book.no('addToMatter', await add(id, { photos: [await photograph(li)] }), 'photo.not_yours')
    const used = await photograph(wang)
    await report(wang, { photos: [used] })
    book.no('addToMatter', await add(id, { photos: [used] }), 'photo.used')
    book.no('addToMatter', await wang.call('addToMatter', { params: { county, id }, body: { words: '无编号', photos: [] } }), 'key_missing')
  })
})

describe('POST …/withdrawal', () => {
  test('200: it ends there, with its tasks and clocks, and the bodies see why', async () => {
    const id = await dispatched(wang, chen, wutong, [bodies.power.id])
    expect((await withdraw(id)).status).toBe(200)
    const { state, tasks, clocks, steps } = await chen.ask('readCase', { params: { county, id } })
    expect([state, tasks.map((task) => task.state), clocks.every((clock) => clock.endedAt !== null)]).toEqual(['withdrawn', ['ended', 'ended'], true])
    expect(steps.at(-1)).toMatchObject({ kind: 'case.withdrawn', words: '自己修好了。' })
    expect((await wang.ask('listMyMatters', { query: { open: true } })).items.map((one) => one.id)).not.toContain(id)
  })

  test('409: not once it is closed, and not twice', async () => {
    book.no('withdrawMatter', await withdraw(await closed(wang, chen, wutong)), 'case.too_late_to_withdraw')
    const id = await report(wang)
    await withdraw(id)
    book.no('withdrawMatter', await withdraw(id), 'case.too_late_to_withdraw')
  })
})

describe('POST …/rating', () => {
  test('200: an answered matter is judged, and whoever answered sees it', async () => {
    const id = await answered(wang, chen, wutong)
    expect((await wang.ask('listMyMatters')).items.find((one) => one.id === id)).toMatchObject({ state: 'answered', waitsForMe: true })
    expect((await rate(id)).status).toBe(200)
    expect(await matter(id)).toMatchObject({ state: 'rated', rating: verdict, may: { rate: 'case.already_rated', add: 'case.not_open' } })
    expect((await chen.ask('readCase', { params: { county, id } })).rating).toEqual(verdict)
  })

  test('200: a declined one too', async () => {
    const id = await report(wang)
    await act(chen, 'declineCase', id, { ground: 'no_facts', words: '经核实，该处无路灯。' })
    expect((await rate(id, { contacted: false, solved: 'no', satisfied: 1 })).status).toBe(200)
  })

  test('409: before the answer, and a second time', async () => {
    book.no('rateMatter', await rate(await closed(wang, chen, wutong)), 'case.not_answered')
    const id = await answered(wang, chen, wutong)
    await rate(id)
    book.no('rateMatter', await rate(id, { ...verdict, satisfied: 1 }), 'case.already_rated')
    expect((await matter(id)).rating?.satisfied).toBe(4)
  })
})

test('404: somebody else’s matter, also a public one, is not theirs to change', async () => {
  const id = await report(wang, { visibility: 'public' })
  await act(chen, 'decidePublication', id, { publish: true, words: '路灯坏了。', photos: [] })
  expect((await li.call('readMatter', { params: { county, id } })).status).toBe(200)
  for (const answer of [await add(id, {}, uuidv7(), li), await withdraw(id, li), await rate(id, verdict, li)]) expect(answer.problem.code).toBe('not_found')
})

test('every refusal that the contracts promise was shown', () => book.allShown())
