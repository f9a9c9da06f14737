import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { signalled } from '#server/test/machines.ts'
import { promised } from '#server/test/promised.ts'
import { accepted, act, closed, photograph, report, sentDown } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const book = promised('acceptCase', 'declineCase', 'askBack', 'sortCase', 'decidePublication')

let town: Town
let wang: Caller
let chen: Caller
let sun: Caller
let xu: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  sun = await town.signIn(team.clerk)
  xu = await town.signIn(team.centre)
})
afterAll(() => town.close())

const matter = (id: string) => wang.ask('readMatter', { params: { county, id } })
const read = (id: string) => chen.ask('readCase', { params: { county, id } })
const leak = '王秀英您好，已收到。'

test.each([
  ['acceptCase', {}],
  ['declineCase', { ground: 'no_facts', words: '经核实，该处无路灯。' }],
  ['askBack', { words: '请问是哪一盏？', daysMax: 3 }],
  ['sortCase', { category: 'noise' }],
  ['decidePublication', { publish: false, photos: [] }],
] as const)('428, 412, 403: %s needs the version that was seen, which still stands, and the desk that has the case', async (id, body) => {
  const on = await sentDown(wang, xu, sun, { visibility: 'public' })
  await book.asEveryAct(id, on, body, { by: chen, other: sun })
  expect((await act(chen, id, on, body)).status).toBe(200)
})

describe('accepting', () => {
  test('200: the resident is told, the reply clock ends and the time to resolve it begins', async () => {
    const id = await report(wang, { category: undefined })
    const { status, reply, headers } = await act(chen, 'acceptCase', id, { category: 'lighting', words: '我们马上去看。' })
    expect([status, reply, headers.etag]).toEqual([200, { version: 2 }, '"2"'])
    const { state, category, clocks } = await read(id)
    expect([state, category?.key]).toEqual(['accepted', 'lighting'])
    expect(Object.fromEntries(clocks.map((clock) => [clock.kind, clock.endedAt !== null]))).toEqual({ reply: true, start: false, resolve: false })
    expect((await matter(id)).steps.at(-1)).toMatchObject({ kind: 'case.accepted', body: { zh: '梧桐社区居委会' }, words: '我们马上去看。' })
  })

  test('409, 422: not twice, not into a category that is none, not with the resident’s own data in the words', async () => {
    const id = await report(wang)
    book.no('acceptCase', await act(chen, 'acceptCase', id, { category: 'dragons' }), 'category.not_found')
    book.no('acceptCase', await act(chen, 'acceptCase', id, { owner: 'dragons' }), 'case.owner_unknown')
    book.no('acceptCase', await act(chen, 'acceptCase', id, { words: leak }), 'case.personal_data_in_words')
    expect((await read(id)).version).toBe(1)
    await act(chen, 'acceptCase', id, {})
    book.no('acceptCase', await act(chen, 'acceptCase', id, {}), 'case.not_received')
  })
})

describe('declining', () => {
  test('200: the resident learns the ground, and every clock ends', async () => {
    const id = await report(wang)
    await act(chen, 'declineCase', id, { ground: 'court_or_arbitration', words: '此事法院已经受理。' })
    const seen = await matter(id)
    expect(seen).toMatchObject({ state: 'declined', nextDue: null, may: { rate: null } })
    expect(seen.steps.at(-1)).toMatchObject({ kind: 'case.declined', words: '此事法院已经受理。', values: { ground: 'court_or_arbitration' } })
  })

  test('409, 422: not what was taken in, not with the resident’s own data in the words', async () => {
    const id = await report(wang)
    book.no('declineCase', await act(chen, 'declineCase', id, { ground: 'no_facts', words: '电话 139-0000 0001 无人接听。' }), 'case.personal_data_in_words')
    await act(chen, 'acceptCase', id, {})
    book.no('declineCase', await act(chen, 'declineCase', id, { ground: 'no_facts', words: '无此事。' }), 'case.not_received')
  })
})

describe('asking back', () => {
  test('200: it shows as asked, the reply is given and the other clocks stand still', async () => {
    const id = await report(wang)
    await act(chen, 'askBack', id, { words: '请问是哪一盏？', daysMax: 3 })
    const { state, clocks, may } = await read(id)
    expect([state, may.askBack, may.accept]).toEqual(['asked', 'case.already_asked', null])
    const how = Object.fromEntries(clocks.map((clock) => [clock.kind, [clock.endedAt !== null, clock.pausedAt !== null]]))
    expect(how).toEqual({ reply: [true, false], start: [false, true] })
    expect((await matter(id)).steps.at(-1)).toMatchObject({ kind: 'case.asked_back', words: '请问是哪一盏？' })
  })

  test('409, 422: not twice at once, not when it is over, not with the resident’s own data in the words', async () => {
    const id = await report(wang)
    book.no('askBack', await act(chen, 'askBack', id, { words: leak, daysMax: 3 }), 'case.personal_data_in_words')
    await act(chen, 'askBack', id, { words: '请问是哪一盏？', daysMax: 3 })
    book.no('askBack', await act(chen, 'askBack', id, { words: '还有呢？', daysMax: 3 }), 'case.already_asked')
    book.no('askBack', await act(chen, 'askBack', await closed(wang, chen, bodies.wutong.id), { words: '满意吗？', daysMax: 3 }), 'case.not_open')
    expect((await act(chen, 'askBack', await report(wang), { words: '？', daysMax: 16 })).problem.code).toBe('bad_input')
    const ofSignal = await signalled(town, await town.signIn(team.admin))
    book.no('askBack', await act(chen, 'askBack', ofSignal, { words: '几点？', daysMax: 3 }), 'case.nobody_to_answer')
  })
})

describe('sorting', () => {
  test('200: it is in the category from then on', async () => {
    const id = await report(wang)
    await act(chen, 'sortCase', id, { category: 'noise' })
    expect((await read(id)).category?.key).toBe('noise')
  })

  test('409, 422: not when it is over, not into a category that is none', async () => {
    book.no('sortCase', await act(chen, 'sortCase', await closed(wang, chen, bodies.wutong.id), { category: 'noise' }), 'case.not_open')
    book.no('sortCase', await act(chen, 'sortCase', await report(wang), { category: 'dragons' }), 'category.not_found')
    book.no('sortCase', await act(chen, 'sortCase', await report(wang), { category: 'noise', owner: 'dragons' }), 'case.owner_unknown')
  })
})

describe('deciding what the public sees', () => {
  test('200: redacted words stand beside the original, which stays as it was said', async () => {
    const words = '我家 501 门口的路灯坏了。'
    const id = await report(wang, { words, visibility: 'public' })
    await act(chen, 'decidePublication', id, { publish: true, words: '楼道灯坏了。', photos: [] })
    const seen = await read(id)
    expect([seen.publicity, seen.publicWords, seen.appeals[0]?.words]).toEqual(['public', '楼道灯坏了。', words])
    expect((await matter(id)).words).toBe(words)
  })

  test('200: kept private, the resident is told why', async () => {
    const id = await report(wang, { visibility: 'public' })
    await act(chen, 'decidePublication', id, { publish: false, words: '涉及他人隐私，不宜公开。', photos: [] })
    expect(await matter(id)).toMatchObject({ publicity: 'kept', steps: [{}, { kind: 'case.kept_private', words: '涉及他人隐私，不宜公开。' }] })
  })

  test('409, 422, 400: not unasked, not twice, not with what tells whose it is, not with other photos or without words', async () => {
    const unasked = await accepted(wang, chen)
    book.no('decidePublication', await act(chen, 'decidePublication', unasked, { publish: true, words: '路灯坏了。', photos: [] }), 'case.not_public_wish')
    const place = { village: 101, address: '梧桐里 12 号 3 幢 501' }
    const id = await report(wang, { visibility: 'public', onBehalfOf: { name: '王德福', phone: '13912345678' }, place })
    const publish = (words: string | undefined, photos: string[] = []) => act(chen, 'decidePublication', id, { publish: true, words, photos })
    for (const words of ['王秀英家门口。', '电话 139 0000 0001。', '梧桐里12号3幢501 门口。', '王德福摔倒。', '请打 13912345678。']) {
      book.no('decidePublication', await publish(words), 'case.personal_data_in_words')
    }
    book.no('decidePublication', await publish('路灯坏了。', [await photograph(wang)]), 'photo.not_yours')
    expect((await publish(undefined)).problem).toMatchObject({ code: 'bad_input', fields: [{ path: '/words' }] })
    expect((await read(id)).version).toBe(1)
    await publish('路灯坏了。')
    book.no('decidePublication', await publish('路灯又坏了。'), 'case.publication_decided')
    expect((await read(id)).publicWords).toBe('路灯坏了。')
  })
})

test('every refusal that the contracts promise was shown', () => book.allShown())
