import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { act, actOnTask, answered, note, photograph, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

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

const place = { point: { lon: 118.028, lat: 29.985 }, address: '梧桐里 12 号 3 幢' }
const read = (id: string, by = wang) => by.call('readMatter', { params: { county, id } })

describe('one’s own matter', () => {
  test('200: is read whole, with the words as they were said, where it is and what may be done', async () => {
    const photo = await photograph(wang)
    const id = await report(wang, { place, photos: [photo] })
    const { status, reply, headers } = await read(id)
    expect([status, headers.etag]).toEqual([200, '"1"'])
    expect(reply).toMatchObject({
      mine: true, address: place.address, point: place.point, photos: [{ id: photo }], desk: { zh: '梧桐社区居委会' }, handledBy: [],
      nextDue: { kind: 'reply', paused: false, breached: false }, rating: null, may: { add: null, withdraw: null, rate: 'case.not_answered' },
    })
    expect(reply.place.map((one) => one.level)).toEqual([3, 4, 5, 6])
  })

  test('200: tells each step in plain words, and nothing of what staff say among themselves', async () => {
    const id = await report(wang)
    await act(chen, 'acceptCase', id, { words: '我们马上去看。' })
    await act(chen, 'dispatchCase', id, { lead: bodies.wutong.id, assists: [bodies.power.id], instruction: '先断电。' })
    await actOnTask(chen, 'takeTask', id, {})
    await note(chen, id, { words: '电工说要等配件。' })
    await note(chen, id, { words: '配件明天到。', audience: 'resident' })
    await actOnTask(chen, 'reportTask', id, { outcome: 'solved', words: '内部：费用 80 元。', photos: [] })
    const { reply } = await read(id)
    expect(reply.steps.map((step) => [step.kind, step.words])).toEqual([
      ['case.received', null], ['case.accepted', '我们马上去看。'], ['case.dispatched', null], ['task.taken', null],
      ['case.told', '配件明天到。'], ['task.reported', null],
    ])
    expect(reply.steps.every((step) => step.person === null && !('handler' in step.values))).toBe(true)
    expect(reply.handledBy.map((body) => body.zh)).toEqual(['梧桐社区居委会', '明泽供电公司'])
    expect(JSON.stringify(reply)).not.toMatch(/先断电|配件。|费用|陈静/)
  })
})

describe('somebody else’s matter', () => {
  test('404: does not exist while it is private, wished to be public, or kept private', async () => {
    const hidden = await report(wang)
    const wished = await report(wang, { visibility: 'public' })
    const kept = await report(wang, { visibility: 'public' })
    await act(chen, 'decidePublication', kept, { publish: false, photos: [] })
    for (const id of [hidden, wished, kept, uuidv7()]) expect(await read(id, li)).toMatchObject({ status: 404, problem: { code: 'not_found' } })
    expect((await read(kept)).reply.publicity).toBe('kept')
    expect((await town.nobody.ask('listPublicMatters')).items).toEqual([])
  })

  test('200: once public, shows the redacted words and the chosen photos, and nothing that tells whose it is', async () => {
    const [open, secret] = [await photograph(wang), await photograph(wang)]
    const words = '我是 3 幢的王秀英，电话 13900000001，门口的路灯坏了。'
    const id = await report(wang, { words, place, photos: [open, secret], visibility: 'public', onBehalfOf: { name: '王德福', phone: '13912345678' } })
    await act(chen, 'decidePublication', id, { publish: true, words: '小区门口的路灯坏了。', photos: [open] })
    await wang.ask('addToMatter', { params: { county, id }, key: uuidv7(), body: { words: '我住 501。', photos: [] } })
    const { status, reply } = await read(id, li)
    expect(status).toBe(200)
    expect(reply).toMatchObject({ mine: false, words: '小区门口的路灯坏了。', photos: [{ id: open }], publicity: 'public', may: {} })
    expect([reply.address, reply.point, reply.rating]).toEqual([null, null, null])
    expect(reply.place.map((one) => one.level)).toEqual([3, 4, 5])
    expect(JSON.stringify(reply)).not.toMatch(new RegExp(`王|13900000001|13912345678|我住|梧桐里|118\\.028|${secret}`))
    const { items } = await town.nobody.ask('listPublicMatters', { query: { village: 101 } })
    expect(items).toEqual([expect.objectContaining({ id, title: '小区门口的路灯坏了。', photo: open, village: expect.objectContaining({ id: 101 }) })])
    expect((await town.nobody.ask('listPublicMatters', { query: { village: 102 } })).items).toEqual([])
    const photoSeen = (photo: string, by: Caller) => by.call('readMatterPhoto', { params: { county, id, photo } })
    for (const other of [li, town.nobody]) {
      expect((await read(id, other)).reply).toEqual(reply)
      expect((await photoSeen(open, other)).status).toBe(200)
      expect((await photoSeen(secret, other)).status).toBe(404)
    }
    expect((await photoSeen(secret, wang)).status).toBe(200)
  })

  test('404: is public no longer once it was withdrawn, and stands in no list', async () => {
    const id = await report(wang, { visibility: 'public' })
    await act(chen, 'decidePublication', id, { publish: true, words: '路灯不亮', photos: [] })
    expect((await read(id, town.nobody)).status).toBe(200)
    await wang.ask('withdrawMatter', { params: { county, id }, body: {} })
    expect((await read(id, town.nobody)).status).toBe(404)
    expect((await town.nobody.ask('listPublicMatters', { params: { county } })).items.map((one) => one.id)).not.toContain(id)
    expect((await read(id)).reply).toMatchObject({ state: 'withdrawn', publicity: 'private' })
  })

  test('200: shows the answer, and nothing else of what the two said to each other, nor the verdict', async () => {
    const id = await report(wang, { visibility: 'public' })
    await act(chen, 'decidePublication', id, { publish: true, words: '路灯坏了。', photos: [] })
    await act(chen, 'askBack', id, { words: '请问是哪一盏？', daysMax: 3 })
    await wang.ask('addToMatter', { params: { county, id }, key: uuidv7(), body: { words: '我家楼下。', photos: [] } })
    await act(chen, 'acceptCase', id, {})
    await act(chen, 'dispatchCase', id, { lead: bodies.wutong.id, assists: [] })
    await actOnTask(chen, 'takeTask', id, {})
    await actOnTask(chen, 'reportTask', id, { outcome: 'solved', words: '已修。', photos: [] })
    await act(chen, 'closeCase', id, { outcome: 'solved' })
    await act(chen, 'answerCase', id, { words: '路灯已修好。', photos: [] })
    await wang.ask('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'no', satisfied: 1, words: '还是黑的。' } })
    const { steps, state, rating } = (await read(id, li)).reply
    expect([state, rating]).toEqual(['rated', null])
    expect(steps.flatMap((step) => step.words ?? [])).toEqual(['路灯已修好。'])
    expect(JSON.stringify(steps)).not.toMatch(/satisfied|case.rated/)
  })
})

describe('photos of a matter', () => {
  test('200 and 404: the resident sees their own and those of answers, not the office’s', async () => {
    const id = await answered(wang, chen, bodies.wutong.id)
    const [told, internal] = [await photograph(chen), await photograph(chen)]
    const other = await report(wang)
    await note(chen, other, { photos: [told], audience: 'resident' })
    await note(chen, other, { photos: [internal] })
    const seen = (photo: string, of = other, by = wang) => by.call('readMatterPhoto', { params: { county, id: of, photo }, query: { size: 'thumb' } })
    expect(await seen(told)).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } })
    expect((await seen(internal)).status).toBe(404)
    expect((await seen(told, id)).status).toBe(404)
    expect((await seen(told, other, li)).status).toBe(404)
    expect((await seen(uuidv7())).status).toBe(404)
  })
})

test('categories are listed to anybody, in both languages, without those that ended', async () => {
  const { items } = await town.nobody.ask('listCategories')
  expect(items).toContainEqual({
    key: 'lighting', name: { zh: '路灯照明', en: 'Street lights' }, parent: null, hint: { zh: '不亮、闪烁、灯杆倾斜', en: 'dark, flickering, leaning' },
  })
  expect((await town.nobody.ask('listCategories', { params: { county: 4 } })).items).toEqual([])
})

describe('lists of matters', () => {
  test('mine: newest first, page by page, none twice and none lost while more come in', async () => {
    const zhang = await town.signIn(residents.zhang)
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.unshift(await report(zhang))
    const seen: string[] = []
    for (let after: string | undefined; ;) {
      const { items, next } = await zhang.ask('listMyMatters', { query: { limit: 2, ...(after && { after }) } })
      seen.push(...items.map((one) => one.id))
      await report(zhang)
      if (!next) break
      after = next
    }
    expect(seen.toSorted()).toEqual(ids.toSorted())
    expect((await li.ask('listMyMatters')).items).toEqual([])
  })
})
