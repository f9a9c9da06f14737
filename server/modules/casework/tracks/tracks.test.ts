import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let centre: Caller
let clerk: Caller
let secretary: Caller
const cases = {} as Record<'noise' | 'lamp' | 'there', string>
beforeAll(async () => {
  town = await openTown()
  const [wang, zhang] = await Promise.all([town.signIn(residents.wang), town.signIn(residents.zhang)])
  ;[centre, clerk, secretary] = await Promise.all([town.signIn(team.centre), town.signIn(team.clerk), town.signIn(team.secretary)])
  cases.noise = await report(wang!, { category: 'noise' })
  cases.lamp = await report(wang!)
  cases.there = await report(zhang!, { category: 'noise', place: { village: 111 } })
  await town.settle()
}, 60_000)
afterAll(() => town.close())

const list = (by: Caller) => by.ask('listTracks', {})
const trackOf = async (by: Caller, key: string) => (await list(by)).items.find((one) => one.key === key)!
/** What stands, ready to be kept anew. */
async function standing() {
  const { items, version } = await list(centre)
  return { version, tracks: items.map(({ key, name, desks }) => ({ key, name, desks: desks.map(({ region, body }) => ({ region: region.id, body: body.id })) })) }
}
const keep = (version: number | undefined, body: object, by = centre) => by.call('keepTracks', { version, body: body as never })
const inList = async (by: Caller, query: Record<string, unknown>) => (await by.ask('listCases', { query: { list: 'cases', ...query } as never })).items.map(({ id }) => id).toSorted()

describe('a county that kept none', () => {
  test('200: has the four of the product, each with its categories and what is open within reach', async () => {
    const { items, version } = await list(centre)
    expect([version, items.map(({ name }) => name.zh)]).toEqual([1, ['党建统领', '经济生态', '平安法治', '公共服务']])
    expect(await trackOf(centre, 'safety_law')).toMatchObject({ open: 2, late: 0, mine: null, categories: expect.arrayContaining([expect.objectContaining({ key: 'noise' })]) })
    expect(await trackOf(clerk, 'safety_law')).toMatchObject({ open: 1 })
  })

  test('the list is kept to a track, and so are the figures, whose number is the list', async () => {
    expect(await inList(centre, { track: 'safety_law', open: true })).toEqual([cases.noise, cases.there].toSorted())
    expect(await inList(centre, { track: 'party_building' })).toEqual([])
    const { counts, tracks } = await centre.ask('readFigures', { query: { track: 'safety_law' } })
    expect([counts.received, tracks.map(({ key }) => key)]).toEqual([2, ['safety_law']])
    expect((await centre.ask('listCasesBehind', { query: { track: 'safety_law', figure: 'received' } })).items.map(({ id }) => id).toSorted()).toEqual([cases.noise, cases.there].toSorted())
    expect((await centre.ask('readFigures', { query: { track: 'safety_law', category: 'lighting' } })).counts).toEqual({})
    expect((await centre.call('readFigures', { query: { track: 'nothing' } })).status).toBe(404)
  })
})

describe('keeping tracks', () => {
  test('200: a body coordinates one for its town and sees what of it is open there; what is sorted otherwise goes elsewhere at once', async () => {
    const { version, tracks } = await standing()
    const named = tracks.map((one) => (one.key === 'safety_law' ? { ...one, desks: [{ region: 11, body: bodies.chunhui.id }] } : one))
    expect((await keep(version, { tracks: named, categories: [{ key: 'lighting', track: 'safety_law' }] })).reply).toEqual({ version: version + 1 })
    expect(await trackOf(clerk, 'safety_law')).toMatchObject({ mine: { open: 2, late: 0 }, desks: [{ region: { id: 11 }, body: { id: bodies.chunhui.id } }] })
    expect(await trackOf(centre, 'safety_law')).toMatchObject({ open: 3, mine: null })
    expect(await inList(clerk, { track: 'safety_law' })).toEqual([cases.noise, cases.lamp].toSorted())
    expect((await centre.ask('readFigures', { query: { track: 'safety_law' } })).counts.received).toBe(3)
    town.later({ hours: 16 })
    clerk = await town.signIn(team.clerk)
    centre = await town.signIn(team.centre)
    secretary = await town.signIn(team.secretary)
    await town.settle()
    expect(await trackOf(clerk, 'safety_law')).toMatchObject({ mine: { open: 2, late: 2 } })
  })

  test('412: of two at once one is kept, and the other learns that they changed', async () => {
    const { version, tracks } = await standing()
    const both = await Promise.all(['甲', '乙'].map((zh) => keep(version, { tracks: tracks.map((one) => (one.key === 'party_building' ? { ...one, name: { zh } } : one)), categories: [] })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
    const kept = both.findIndex(({ status }) => status === 200)
    expect((await trackOf(centre, 'party_building')).name.zh).toBe(['甲', '乙'][kept])
  })

  test.each<[string, (tracks: Awaited<ReturnType<typeof standing>>['tracks']) => object, number, string]>([
    ['a track that still has categories is gone', (tracks) => ({ tracks: tracks.filter(({ key }) => key !== 'safety_law'), categories: [] }), 422, 'tracks.contradict'],
    ['a category goes to a track that is none', (tracks) => ({ tracks, categories: [{ key: 'noise', track: 'nothing' }] }), 422, 'tracks.contradict'],
    ['a category is none', (tracks) => ({ tracks, categories: [{ key: 'nothing', track: 'safety_law' }] }), 422, 'category.not_found'],
    ['a desk is none', (tracks) => ({ tracks: [{ ...tracks[0]!, desks: [{ region: 11, body: '00000000-0000-7000-8000-000000000000' }] }, ...tracks.slice(1)], categories: [] }), 422, 'case.body_unknown'],
    ['a region is a community', (tracks) => ({ tracks: [{ ...tracks[0]!, desks: [{ region: 101, body: bodies.wutong.id }] }, ...tracks.slice(1)], categories: [] }), 404, 'region.not_found'],
  ])('refused where %s', async (_, body, status, code) => {
    const { version, tracks } = await standing()
    const { status: got, problem } = await keep(version, body(tracks))
    expect([problem.code, got]).toEqual([code, status])
    expect((await standing()).version).toBe(version)
  })

  test('403: only by who keeps the rules; 428 without a version', async () => {
    const { version, tracks } = await standing()
    expect((await keep(version, { tracks, categories: [] }, secretary)).status).toBe(403)
    expect((await keep(undefined, { tracks, categories: [] })).problem.code).toBe('version_missing')
    expect((await list(secretary)).version).toBe(version)
    expect(county).toBe(3)
  })
})
