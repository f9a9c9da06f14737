import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import sql from 'sql-template-tag'
import { county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { notify, type NewNotice } from './index.ts'

let town: Town
let wang: Caller
let li: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  li = await town.signIn(residents.li)
})
afterAll(() => town.close())

const start = new Date('2026-11-16T00:00:00Z').getTime()
let told = 0

/** Tells somebody something, each a minute after the one before. */
async function tell(to: { person: string }, more: Partial<NewNotice> = {}): Promise<string> {
  const subject = more.subject ?? uuidv7()
  const at = new Date(start + ++told * 60_000)
  const notice: NewNotice = { county, person: to.person, app: 'resident', kind: 'resident.accepted', subjectKind: 'case', subject, at, ...more }
  await town.house.rooms.change(notice.county, (tx) => notify(tx, [notice]))
  return subject
}
const subjects = async (who: Caller, query = {}) => (await who.ask('listNotices', { query })).items.map(({ subject }) => subject.id)
const clear = () => town.house.rooms.db.run('truncate notices')

describe('GET /notices', () => {
  test('200: each sees their own, newest first, with what fills the words', async () => {
    await clear()
    const detail = { number: '2026-000123', values: { ground: 'no_facts', community: { zh: '梧桐社区', en: 'Wutong' }, street: { zh: '春晖路' } } }
    const first = await tell(residents.wang)
    const second = await tell(residents.wang, { kind: 'resident.declined', detail })
    await tell(residents.li)
    const { items, next } = await wang.ask('listNotices')
    expect(items.map(({ subject }) => subject.id)).toEqual([second, first])
    expect(next).toBeNull()
    expect(items[0]).toMatchObject({
      county, kind: 'resident.declined', subject: { kind: 'case', id: second, number: '2026-000123' },
      values: { ground: 'no_facts', community: '梧桐社区', street: '春晖路' }, at: new Date(start + told * 60_000 - 60_000).toISOString(), readAt: null,
    })
    expect(items[1]).toMatchObject({ subject: { number: null }, values: {} })
    const inEnglish = await wang.ask('listNotices', { headers: { 'accept-language': 'en' } })
    expect(inEnglish.items[0]!.values).toEqual({ ground: 'no_facts', community: 'Wutong', street: '春晖路' })
  })

  test('200: the two apps of one person are kept apart', async () => {
    await clear()
    const secretary = await town.signIn(team.secretary)
    const work = await tell(team.secretary, { app: 'office', kind: 'staff.new_case' })
    await tell(team.secretary, { app: 'resident' })
    expect(await subjects(secretary)).toEqual([work])
    expect(await secretary.ask('countUnread')).toEqual({ unread: 1 })
    await secretary.ask('readNotices', { body: { all: true } })
    const left = await town.house.rooms.db.query(sql`select app from notices where read_at is null`)
    expect(left).toEqual([{ app: 'resident' }])
  })

  test('200: page after page, none twice and none left out, also where many came at one moment and new ones come meanwhile', async () => {
    await clear()
    const at = new Date(start)
    const all = await Promise.all(Array.from({ length: 25 }, (_, i) => tell(residents.wang, { at: i < 12 ? at : new Date(start + i) })))
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await wang.ask('listNotices', { query: { limit: 4, ...(after && { after }) } })
      expect(page.items.length).toBeLessThanOrEqual(4)
      seen.push(...page.items.map(({ subject }) => subject.id))
      after = page.next ?? undefined
      await tell(residents.wang, { at: new Date(start + 1_000_000) })
    } while (after)
    expect(seen.toSorted()).toEqual(all.toSorted())
  })

  test('200: only unread, only of one matter, or both', async () => {
    await clear()
    const matter = await tell(residents.wang)
    await wang.ask('readNotices', { body: { all: true } })
    await tell(residents.wang, { subject: matter })
    const other = await tell(residents.wang)
    expect(await subjects(wang, { unread: true })).toEqual([other, matter])
    expect(await subjects(wang, { subject: matter })).toEqual([matter, matter])
    expect(await subjects(wang, { subject: matter, unread: true })).toEqual([matter])
  })

  test('400 bad_input: a page mark that nobody gave, a limit beyond bounds', async () => {
    for (const query of [{ after: 'x' }, { after: `1~${'-'.repeat(36)}` }, { limit: 101 }, { subject: 'one' }, { else: '1' }]) {
      const { status, problem } = await wang.call('listNotices', { query: query as never })
      expect([status, problem.code]).toEqual([400, 'bad_input'])
    }
  })

  test('401 sign_in_first', async () => {
    expect((await town.nobody.call('listNotices')).problem.code).toBe('sign_in_first')
  })
})

describe('GET /notices/unread', () => {
  test('200: counts my own that I have not read', async () => {
    await clear()
    expect(await wang.ask('countUnread')).toEqual({ unread: 0 })
    await tell(residents.wang)
    await tell(residents.wang)
    await tell(residents.li)
    expect(await wang.ask('countUnread')).toEqual({ unread: 2 })
  })

  test('401 sign_in_first', async () => {
    expect((await town.nobody.call('countUnread')).problem.code).toBe('sign_in_first')
  })
})

describe('POST /notices/readings', () => {
  test('200: these are read, and marking twice keeps the first time', async () => {
    await clear()
    await tell(residents.wang)
    await tell(residents.wang)
    const [newest] = (await wang.ask('listNotices')).items
    await wang.ask('readNotices', { body: { ids: [newest!.id] } })
    const readAt = town.now.toISOString()
    town.later({ minutes: 5 })
    await wang.ask('readNotices', { body: { ids: [newest!.id] } })
    expect((await wang.ask('listNotices')).items.map((notice) => notice.readAt)).toEqual([readAt, null])
  })

  test('200: all of one matter, or all, in every county', async () => {
    await clear()
    const matter = await tell(residents.wang)
    await tell(residents.wang, { subject: matter, county: county + 1 })
    await tell(residents.wang)
    await wang.ask('readNotices', { body: { subject: matter } })
    expect(await wang.ask('countUnread')).toEqual({ unread: 1 })
    await wang.ask('readNotices', { body: { all: true } })
    expect(await wang.ask('countUnread')).toEqual({ unread: 0 })
  })

  test("200: another's are passed over, and without saying which nothing is read", async () => {
    await clear()
    const matter = await tell(residents.li)
    const [notice] = (await li.ask('listNotices')).items
    await wang.ask('readNotices', { body: { ids: [notice!.id, uuidv7()], subject: matter, all: true } })
    await li.ask('readNotices', { body: {} })
    await li.ask('readNotices', { body: { ids: [], all: false } })
    expect(await li.ask('countUnread')).toEqual({ unread: 1 })
  })

  test('400 bad_input: an id that is none', async () => {
    expect((await wang.call('readNotices', { body: { ids: ['one'] } })).status).toBe(400)
  })

  test('401 sign_in_first', async () => {
    expect((await town.nobody.call('readNotices', { body: { all: true } })).problem.code).toBe('sign_in_first')
  })
})

describe('old notices', () => {
  test('are removed half a year after they were told, once they were read', async () => {
    await clear()
    const [old, unread, younger] = [town.now, town.now, new Date(town.now.getTime() + 86_400_000)]
    const read = await tell(residents.wang, { at: old })
    await wang.ask('readNotices', { body: { all: true } })
    const neverRead = await tell(residents.wang, { at: unread })
    const young = await tell(residents.wang, { at: younger })
    const left = async () => (await town.house.rooms.db.query<{ subject: string }>(sql`select subject from notices where subject_kind <> 'digest'`)).map(({ subject }) => subject)
    town.later({ days: 179 })
    await town.settle()
    expect((await left()).toSorted()).toEqual([read, neverRead, young].toSorted())
    town.later({ days: 1, minutes: 1 })
    await town.settle()
    expect((await left()).toSorted()).toEqual([neverRead, young].toSorted())
  })
})
