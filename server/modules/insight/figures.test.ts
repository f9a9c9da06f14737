import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figureKeys, type FigureKey } from '#contract/figure-keys.ts'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { act, actOnTask, givenBack, note, report } from '#server/test/steps.ts'
import { parse } from 'csv-parse/sync'
import { sheetsIn } from '#server/test/sheets-in.ts'
import { allRows } from '#server/test/rows.ts'
import { rebuildCounty } from './index.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

/**
 * One small November, reckoned by hand. Times are of the county's zone (UTC+8); office hours 9:00–12:00, 13:00–18:00 or as
 * the calendar has it: no due time below lies on their edge.
 */
let town: Town
const by = {} as Record<'wang' | 'li' | 'zhang' | 'secretary' | 'clerk' | 'leader' | 'lamps' | 'lampsHead' | 'dukou' | 'centre' | 'urban', Caller>
const cases = {} as Record<'quick' | 'slow' | 'raised' | 'withdrawn' | 'declined' | 'there' | 'old', string>
beforeAll(async () => {
  town = await openTown()
  await play()
  await town.settle()
}, 60_000)
afterAll(() => town.close())

/** A new day: whoever works signs in again. */
async function comeIn() {
  for (const who of ['wang', 'li', 'zhang'] as const) by[who] = await town.signIn(residents[who])
  for (const who of ['secretary', 'clerk', 'leader', 'lamps', 'lampsHead', 'dukou', 'centre', 'urban'] as const) by[who] = await town.signIn(team[who])
}

/** A step that was refused would leave another November behind. */
async function did(answered: Promise<{ status: number; problem: unknown }>) {
  const { status, problem } = await answered
  if (status !== 200) throw new Error(JSON.stringify(problem))
}

async function play() {
  await comeIn()
  // Mon 16 Nov 10:00. Two that wait long, one of them in another town.
  cases.old = await report(by.wang, { category: 'care' })
  cases.there = await report(by.zhang, { place: { village: 111 }, category: 'roads' })
  cases.slow = await report(by.li, { category: 'noise' })
  town.later({ minutes: 30 })
  await did(act(by.dukou, 'acceptCase', cases.there, {}))
  // 17 Nov 06:30: the replies to `old` and `slow` were due at 01:00.
  town.later({ hours: 20 })
  await comeIn()
  await did(act(by.secretary, 'acceptCase', cases.slow, {}))

  // 17 Nov 10:00
  town.later({ hours: 3, minutes: 30 })
  cases.quick = await report(by.wang)
  cases.withdrawn = await report(by.li, { category: undefined })
  cases.declined = await report(by.li, { category: 'noise' })
  cases.raised = await report(by.wang, { category: 'noise' })
  await did(act(by.secretary, 'declineCase', cases.declined, { ground: 'no_facts', words: '没有具体情况，请补充后再报。' }))
  await by.li.ask('withdrawMatter', { params: { county, id: cases.withdrawn }, body: {} })
  town.later({ minutes: 30 })
  await did(act(by.secretary, 'acceptCase', cases.quick, {}))
  await did(act(by.secretary, 'acceptCase', cases.raised, {}))
  town.later({ minutes: 30 })
  // 11:00. The urban bureau returns it, the lamp office does it.
  await did(act(by.secretary, 'dispatchCase', cases.quick, { lead: bodies.urban.id, assists: [] }))
  await did(givenBack(by.urban, by.secretary, cases.quick, { ground: 'not_our_duty', words: '路灯归路灯所。' }))
  await did(act(by.secretary, 'dispatchCase', cases.quick, { lead: bodies.lamps.id, assists: [] }))
  // What the committee reported in time counts for it, though the case goes up afterwards.
  await did(act(by.secretary, 'dispatchCase', cases.raised, { lead: bodies.wutong.id, assists: [] }))
  await did(actOnTask(by.secretary, 'takeTask', cases.raised, {}))
  await did(actOnTask(by.secretary, 'reportTask', cases.raised, { outcome: 'refused', words: '我们没有执法权。', photos: [] }))
  await did(act(by.secretary, 'escalateCase', cases.raised, { to: bodies.chunhui.id, type: 'beyond_powers', cause: '超出权限。', tried: '已到现场。' }))
  await did(actOnTask(by.lamps, 'takeTask', cases.quick, {}))
  town.later({ minutes: 60 })
  const { tasks } = await by.lamps.ask('readCase', { params: { county, id: cases.quick } })
  await did(note(by.lamps, cases.quick, { task: tasks.find(({ mine }) => mine)!.id }))
  town.later({ hours: 2 })
  await did(actOnTask(by.lamps, 'reportTask', cases.quick, { outcome: 'solved', words: '已更换灯泡。', photos: [] }))
  town.later({ hours: 1 })
  await did(act(by.secretary, 'closeCase', cases.quick, { outcome: 'solved' }))
  town.later({ hours: 1 })
  await did(act(by.secretary, 'answerCase', cases.quick, { words: '路灯已修好。', photos: [] }))
  town.later({ hours: 1 })
  await by.wang.ask('rateMatter', { params: { county, id: cases.quick }, body: { contacted: true, solved: 'partly', satisfied: 4 } })
  // Wed 2 Dec 10:00: whatever is open has run out, in November.
  town.now = new Date('2026-12-02T02:00:00Z')
  await comeIn()
}

const inZone = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const read = (caller: Caller, query: Record<string, unknown> = {}) => caller.ask('readFigures', { query: { period: '2026-11', ...query } as never })

describe('the county in November', () => {
  test('counts each reply, start, closing and task once, when its clock stopped or ran out', async () => {
    const { counts } = await read(by.centre)
    expect(counts).toEqual({
      received: 7, 'received.byCaller': 4, 'received.byPlace': 2, // of noise in Wutong: declined after slow, raised after these
      // there, quick, raised and declined in time; old and slow not. The withdrawn one counts for nobody.
      'reply.all': 6, 'reply.onTime': 4, 'reply.late': 2,
      // quick, and raised by the committee; not so old, there, slow, and raised by the subdistrict. Declined: nothing to start.
      'start.all': 6, 'start.onTime': 2, 'start.late': 4,
      // quick; there and slow ran out on 30 November. raised runs out on 1 December.
      'resolve.all': 3, 'resolve.onTime': 1, 'resolve.late': 2,
      // quick by the lamp office; raised by the committee, before it went up.
      'task.all': 2, 'task.onTime': 2, 'return.all': 1,
      // quick: to the urban bureau, which returned it; then to the lamp office. raised the committee kept for itself.
      'dispatch.all': 2, 'dispatch.right': 1, 'dispatch.missed': 1,
      closed: 1, 'closed.stated': 1, 'closed.solved': 1,
      rated: 1, 'rated.contacted': 1, 'rated.partly': 1, 'rated.satisfied': 1,
      open: 4, 'open.month': 4,
    })
  })

  test('measures each step from receipt in minutes of the calendar', async () => {
    const { spans } = await read(by.centre)
    const one = (step: string, minutes: number) => ({ step, count: 1, median: minutes, ninth: minutes })
    expect(spans).toEqual([one('reply', 30), one('dispatch', 60), one('start', 120), one('report', 240), one('close', 300), one('answer', 360)])
  })

  test('counts for the body that held the clock then', async () => {
    const of = new Map((await read(by.centre)).bodies.map(({ body, counts }) => [body.id, counts]))
    expect(of.get(bodies.wutong.id)).toMatchObject({ 'reply.all': 5, 'reply.late': 2, 'start.all': 4, 'start.late': 2, 'resolve.all': 2, 'resolve.late': 1, 'task.onTime': 1, 'dispatch.all': 2, 'dispatch.missed': 1, rated: 1, open: 2 })
    expect(of.get(bodies.chunhui.id)).toMatchObject({ 'start.all': 1, 'start.late': 1, open: 1, 'open.month': 1, received: 1 })
    expect(of.get(bodies.dukou.id)).toMatchObject({ 'reply.all': 1, 'reply.onTime': 1, 'start.late': 1, 'resolve.late': 1 })
    expect(of.get(bodies.lamps.id)).toEqual({ 'task.all': 1, 'task.onTime': 1 })
    expect(of.get(bodies.urban.id)).toEqual({ 'return.all': 1 })
  })

  test('adds up over bodies, categories and weeks to what it says as a whole', async () => {
    const { counts, bodies: perBody, categories, trend } = await read(by.centre)
    const sum = (rows: { counts: Record<string, number> }[], key: string) => rows.reduce((all, row) => all + (row.counts[key] ?? 0), 0)
    for (const key of Object.keys(counts)) {
      expect([key, sum(perBody, key), sum(categories, key)]).toEqual([key, counts[key], counts[key]])
      if (!key.startsWith('open')) expect([key, sum(trend, key)]).toEqual([key, counts[key]])
    }
    expect(trend.map(({ from, to }) => `${from}..${to}`)).toEqual(['2026-11-01..2026-11-01', '2026-11-02..2026-11-08', '2026-11-09..2026-11-15', '2026-11-16..2026-11-22', '2026-11-23..2026-11-29', '2026-11-30..2026-11-30'])
  })

  test('names what is not sorted yet as such', async () => {
    const unsorted = (await read(by.centre)).categories.find(({ key }) => key === null)
    expect(unsorted).toEqual({ key: null, name: null, counts: { received: 1, 'received.byCaller': 1 } })
  })

  test('stands as the month before beside December, which begins with what ran out in it', async () => {
    const december = await read(by.centre, { period: '2026-12' })
    expect(december.before).toMatchObject({ 'reply.all': 6, 'reply.late': 2, 'resolve.all': 3 })
    expect(december.before.open).toBeUndefined()
    expect(december.counts).toMatchObject({ 'resolve.all': 1, 'resolve.late': 1 })
    expect(december.period).toMatchObject({ from: '2026-12-01', to: '2026-12-31', before: { from: '2026-11-01', to: '2026-11-30' }, isOver: false })
  })
})

describe('every number', () => {
  const narrowed: Record<string, unknown>[] = [{}, { region: 11 }, { region: 111 }, { body: bodies.wutong.id }, { body: bodies.lamps.id }, { category: 'noise' }, { category: 'none' }, { period: '2026' }, { period: '2026-12' }, { channel: 'resident_app' }, { channel: 'hotline' }, { unplaced: true }]

  test.each(narrowed)('opens as many lines as it says, narrowed to %j', async (filters) => {
    const { counts, spans } = await read(by.centre, filters)
    const said = (key: FigureKey) => (key.startsWith('spans.') ? spans.find(({ step }) => `spans.${step}` === key)!.count : (counts[key] ?? 0))
    for (const figure of figureKeys) {
      const list = await by.centre.ask('listCasesBehind', { query: { period: '2026-11', ...filters, figure } as never })
      expect([figure, list.items.length, list.total]).toEqual([figure, said(figure), said(figure)])
    }
  })

  test('opens just these cases, page by page, with the body and the time that count', async () => {
    const query = { period: '2026-11', figure: 'start.late' as const, limit: 3 }
    const first = await by.centre.ask('listCasesBehind', { query })
    const rest = await by.centre.ask('listCasesBehind', { query: { ...query, after: first.next! } })
    expect(rest.next).toBeNull()
    expect([...first.items, ...rest.items].map(({ id, body, late, endedAt }) => [id, body.id, late, endedAt]).toSorted()).toEqual([
      [cases.raised, bodies.chunhui.id, true, null], [cases.old, bodies.wutong.id, true, null],
      [cases.slow, bodies.wutong.id, true, null], [cases.there, bodies.dukou.id, true, null],
    ].toSorted())
    expect(first.items[0]).toMatchObject({ id: cases.raised, at: '2026-11-20T03:00:00.000Z', number: expect.stringMatching(/^2026-/), category: { zh: '噪声扰民' }, place: [{ zh: '春晖街道' }, { zh: '梧桐社区' }] })
  })

  test('of a time opens those that took so long', async () => {
    const list = async (over: number) => (await by.centre.ask('listCasesBehind', { query: { period: '2026-11', figure: 'spans.close', over } })).items
    expect(await list(300)).toMatchObject([{ id: cases.quick, minutes: 300 }])
    expect(await list(301)).toEqual([])
  })
})

describe('whoever reads figures', () => {
  test('of a town has its own: the region stands in the answer, another’s is not there', async () => {
    const { region, counts, bodies: perBody } = await read(by.leader)
    expect(region).toMatchObject({ id: 11 })
    expect(counts).toMatchObject({ received: 6, 'reply.all': 5, 'start.late': 3 })
    expect(perBody.map(({ body }) => body.id)).not.toContain(bodies.dukou.id)
    for (const query of [{ region: 12 }, { region: county }, { region: 111 }]) {
      expect((await by.leader.call('readFigures', { query })).status).toBe(404)
      expect((await by.leader.call('listCasesBehind', { query: { ...query, figure: 'received' } })).status).toBe(404)
      expect((await by.leader.call('exportCasesBehind', { query: { ...query, figure: 'received', format: 'csv' } })).status).toBe(404)
      expect((await by.leader.call('exportFigures', { query: { ...query, format: 'csv' } })).status).toBe(404)
    }
  })

  test('of a department has what counts for it, and of nobody else', async () => {
    const { body, counts } = await read(by.lampsHead)
    expect(body).toMatchObject({ id: bodies.lamps.id })
    expect(counts).toEqual({ 'task.all': 1, 'task.onTime': 1 })
    expect((await by.lampsHead.call('readFigures', { query: { body: bodies.wutong.id } })).status).toBe(404)
    expect((await by.lampsHead.call('readFigures', { query: { body: '00000000-0000-7000-8000-000000000000' } })).status).toBe(404)
  })

  test('by a grant alone counts the cases and does not read them', async () => {
    await by.centre.ask('giveGrant', { key: crypto.randomUUID(), body: { post: team.grid.post, action: 'figures.read', region: 12, mayDelegate: false, reportAfterwards: false, reason: '统计' } })
    const grid = await town.signIn(team.grid)
    const { items } = await grid.ask('listCasesBehind', { query: { period: '2026-11', figure: 'received' } })
    expect(items).toMatchObject([{ id: cases.there, title: null }])
    expect((await by.centre.ask('listCasesBehind', { query: { period: '2026-11', figure: 'received', region: 12 } })).items[0]!.title).toContain('路灯')
  })

  test('is told of a period or category that is none', async () => {
    for (const period of ['2026-13', '2026-02-30..2026-03-01', '2026-03-02..2026-03-01', '2020-01-01..2026-01-01']) {
      expect((await by.centre.call('readFigures', { query: { period } })).problem).toMatchObject({ code: 'bad_input', status: 400 })
    }
    expect((await by.centre.call('readFigures', { query: { category: 'nothing' } })).status).toBe(404)
  })
})

describe('a file', () => {
  const fileOf = async (id: 'exportFigures' | 'exportCasesBehind', query: Record<string, unknown>, language = 'zh-CN') => {
    const { status, reply, headers } = await by.centre.call(id, { query: { period: '2026-11', ...query } as never, headers: { 'accept-language': language } })
    expect(status).toBe(200)
    return { bytes: reply as unknown as Buffer, headers }
  }

  test('of the figures says as CSV what the page says, with a mark by which a spreadsheet knows UTF-8', async () => {
    const { bytes, headers } = await fileOf('exportFigures', { format: 'csv' })
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store', 'content-disposition': expect.stringContaining(encodeURIComponent('统计 2026-11.csv')) })
    const rows: string[][] = parse(bytes, { bom: true, relax_column_count: true })
    const row = (name: string) => rows.find(([first]) => first === name)
    expect(row('响应率')).toEqual(['响应率', '66.7%', '4', '6', '—', '0', '0'])
    expect(row('按时办结率')).toEqual(['按时办结率', '33.3%', '1', '3', '—', '0', '0'])
    expect(row('解决率')).toEqual(['解决率', '0.0%', '0', '1', '—', '0', '0'])
    expect(row('答复居民')).toEqual(['答复居民', '1', '360', '360'])
    expect(row('7 至 30 天')).toEqual(['7 至 30 天', '4'])
    expect(rows.flat().join()).toContain('接单不算')
  })

  test('of the figures says the same as XLSX', async () => {
    const { bytes, headers } = await fileOf('exportFigures', { format: 'xlsx' }, 'en')
    expect(headers['content-disposition']).toContain(encodeURIComponent('Figures 2026-11.xlsx'))
    const sheets = await sheetsIn(bytes, 'Overview', 'Times', 'Open', 'Trend', 'By body', 'By place', 'By channel', 'By category', 'Definitions')
    expect(sheets.Overview.find(([first]) => first === 'Response rate')).toEqual(['Response rate', '66.7%', 4, 6, '—', 0, 0])
    const perBody = sheets['By body']
    const late = perBody[0]!.indexOf('Start overdue')
    expect(perBody.find(([first]) => first === 'Dukou Residents’ Committee')![late]).toBe(1)
  })

  test.each(['csv', 'xlsx'])('of the cases behind a number holds just these, as %s, and nobody’s words', async (format) => {
    const { items } = await by.centre.ask('listCasesBehind', { query: { period: '2026-11', figure: 'start.late' } })
    const { bytes } = await fileOf('exportCasesBehind', { figure: 'start.late', format })
    const rows: unknown[][] = format === 'csv' ? parse(bytes, { bom: true }) : (await sheetsIn(bytes, '事项')).事项
    expect(rows[0]!.slice(0, 6)).toEqual(['编号', '状态', '类别', '街镇', '村居', '单位'])
    expect(rows.slice(1).map(([number, , , , village, body, at]) => [number, village, body, at])).toEqual(items.map((one) => [one.number, one.place[1]?.zh, one.body.name.zh, inZone(one.at)]))
    const everything = JSON.stringify(rows)
    expect(everything).not.toMatch(/路灯坏了|王秀英|李建国|1390000/)
    expect(everything).toContain('超时')
  })

  test('holds names that begin like a formula as text', async () => {
    const admin = await town.signIn(team.admin)
    const { version } = (await admin.ask('listBodies', {})).items.find(({ id }) => id === bodies.dukou.id) as unknown as { version: number }
    await admin.ask('changeBody', { params: { id: bodies.dukou.id } as never, version, body: { name: { zh: '=HYPERLINK("x")', en: '@SUM(A1)' } } as never })
    const csv = (await fileOf('exportFigures', { format: 'csv' })).bytes.toString()
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
    expect(csv).not.toMatch(/[,\n"]=HYPERLINK/)
    const { 按单位: perBody } = await sheetsIn((await fileOf('exportFigures', { format: 'xlsx' })).bytes, '按单位')
    expect(perBody.flat()).toContain(`'=HYPERLINK("x")`)
  })
})

describe('the rows of figures', () => {
  const ofFigures = async () => Object.fromEntries(Object.entries(await allRows(town)).filter(([table]) => table.startsWith('figure_')))
  test('are the same when they are made anew, and when they were gone or wrong', async () => {
    const before = await ofFigures()
    expect([before.figure_cases!.length, before.figure_marks!.length]).toEqual([7, 23])
    const { rooms } = town.house
    expect(await rebuildCounty(rooms, county, () => {})).toBe(7)
    const rows = await ofFigures()
    expect([rows.figure_cases, rows.figure_marks, rows.figure_sums!.length]).toEqual([before.figure_cases, before.figure_marks, expect.any(Number)])
    await rooms.db.run("delete from figure_cases; update figure_sums set counts = array_fill(3, array[array_length(counts, 1)]); update figure_marks set late = not late; insert into figure_marks select county, case_id, kind, gen_random_uuid(), at, ended_at, late, is_excluded, satisfied, contacted, solved, sort, body, ruled_by, ground, town, village, grid, category, channel from figure_marks limit 1")
    await rebuildCounty(rooms, county, () => {})
    expect(await ofFigures()).toEqual(rows)
  })
})

// Last, since it moves the clock.
describe('what is open', () => {
  test('grows older with the clock, and a boundary belongs to the younger', async () => {
    town.now = new Date('2026-12-16T02:00:00Z')
    const centre = await town.signIn(team.centre)
    const ages = async () => Object.keys((await read(centre, { category: 'care' })).counts).filter((key) => key.startsWith('open.'))
    expect(await ages()).toEqual(['open.month'])
    town.now = new Date('2026-12-16T02:00:01Z')
    expect(await ages()).toEqual(['open.older'])
    expect((await centre.ask('listCasesBehind', { query: { figure: 'open.older' } })).items.map(({ id }) => id).toSorted()).toEqual([cases.old, cases.there, cases.slow].toSorted())
  })
})
