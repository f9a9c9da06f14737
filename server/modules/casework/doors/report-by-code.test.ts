import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { act, photograph, type BodyOf } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let lin: Caller
let zhao: Caller
let han: Caller
beforeAll(async () => {
  town = await openTown()
  ;[lin, zhao, han] = await Promise.all([town.signIn(team.collector), town.signIn(team.grid), town.signIn(team.urban)])
})
afterAll(() => town.close())

let serial = 0
/** A manhole cover that nobody has reported yet. */
const newCover = () => `9901010101${String(++serial).padStart(6, '0')}`
async function reportBy(by: Caller, code: string, more: Partial<BodyOf<'enterAppeal'>> = {}, key = uuidv7()) {
  const photos = more.photos ?? [await photograph(by)]
  return await by.call('enterAppeal', { params: { county }, key, body: { channel: 'collector', words: '井盖破损下陷。', place: { region: 101 }, byPolicy: true, ...more, code, photos: [...photos] } as never })
}
const caseOf = (id: string, by = lin) => by.ask('readCase', { params: { county, id } })

describe('a collector reports by code', () => {
  test('200: category and owner come from it, the catalogue dispatches, and the case keeps and shows its code', async () => {
    const code = newCover()
    const { reply } = await reportBy(lin, `${code.slice(0, 6)} ${code.slice(6)}`)
    expect(reply).toMatchObject({ state: 'dispatched', lead: { zh: bodies.urban.zh }, joined: false })
    const seen = await caseOf(reply.id)
    expect(seen).toMatchObject({ category: { key: 'roads' }, owner: { key: 'municipal' }, code: { text: code, type: 'component-01-01', thing: 'component', name: { zh: '路面井盖' }, className: { zh: '公用设施' } } })
    expect(seen.appeals).toMatchObject([{ channel: 'collector' }])
    expect(seen.appeals[0]!.photos).toHaveLength(1)
  })

  test('200: an event has no number; its cases are found by type, a component’s by its code', async () => {
    const { reply: event } = await reportBy(lin, '9901010202')
    const code = newCover()
    const { reply: cover } = await reportBy(lin, code)
    const found = async (by: string) => (await lin.ask('listCases', { query: { list: 'cases', code: by, limit: 50 } })).items.map(({ id }) => id)
    expect(await found('event-02-02')).toEqual([event.id])
    expect(await found(code)).toEqual([cover.id])
    expect(await found('component-01-01')).toEqual(expect.arrayContaining([cover.id]))
    expect(await found('component-03-01')).toEqual([])
  })

  test.each([
    ['井盖', 'site_code.not_digits'], ['990101', 'site_code.wrong_length'], ['1101010101000001', 'site_code.other_area'],
    ['9901010901000001', 'site_code.unknown_class'], ['9901010199000001', 'site_code.unknown_type'],
  ])('422: %s is told what is wrong with it: %s', async (code, no) => expect((await reportBy(lin, code)).problem).toMatchObject({ status: 422, code: no }))

  test('422: without a picture taken on site it is not taken', async () => {
    expect((await reportBy(lin, newCover(), { photos: [] })).problem.code).toBe('site_code.needs_picture')
  })

  test('200: the same component again is the same thing: it is added to the open case, with its picture, and whoever works on it is told', async () => {
    const code = newCover()
    const { reply: first } = await reportBy(lin, code)
    const key = uuidv7()
    const photo = await photograph(zhao)
    const { reply: second } = await reportBy(zhao, code, { words: '井盖还没修。', photos: [photo] }, key)
    expect(second).toMatchObject({ id: first.id, number: first.number, joined: true })
    // Sent again over a bad network it is answered as the first time.
    expect((await reportBy(zhao, code, { words: '井盖还没修。', photos: [photo] }, key)).reply).toMatchObject({ id: first.id, joined: true })
    const seen = await caseOf(first.id, zhao)
    expect(seen.appeals.map(({ words, photos }) => [words, photos.length])).toEqual([['井盖破损下陷。', 1], ['井盖还没修。', 1]])
    expect(seen.steps.filter(({ kind }) => kind === 'case.reported_again')).toHaveLength(1)
    await town.settle()
    expect((await han.ask('listNotices', { query: { subject: first.id } })).items.map(({ kind }) => kind)).toContain('staff.reported_again')
  })

  test('200: another trouble of the same component is a case of its own; so is what is reported once the first is over, and what bears no number', async () => {
    const code = newCover()
    const { reply: first } = await reportBy(lin, code)
    const { reply: other } = await reportBy(lin, code, { apart: true })
    expect([other.joined, other.id === first.id]).toEqual([false, false])
    const once = newCover()
    const { reply: gone } = await reportBy(zhao, once, { byPolicy: false })
    await act(await town.signIn(team.secretary), 'declineCase', gone.id, { ground: 'no_facts', words: '现场完好。' })
    expect((await reportBy(lin, once)).reply).toMatchObject({ joined: false })
    const [one, two] = [await reportBy(lin, '9901010101000000'), await reportBy(lin, '9901010101000000')]
    expect(one.reply.id).not.toBe(two.reply.id)
  })

  test.skipIf(!hasPostgres)('200: of two who report one component in the same moment, one opens the case and the other is added to it', async () => {
    for (let round = 0; round < 3; round++) {
      const code = newCover()
      const photos = [await photograph(lin), await photograph(zhao)]
      const answers = await Promise.all([lin, zhao].map((by, i) => reportBy(by, code, { photos: [photos[i]!] })))
      expect(answers.map(({ reply }) => reply.joined).toSorted()).toEqual([false, true])
      expect(new Set(answers.map(({ reply }) => reply.id)).size).toBe(1)
    }
  })
})
