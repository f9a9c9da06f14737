import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, team } from '#server/demo/cast.ts'
import { csvOf, mapping, row } from '#server/test/import-file.ts'
import { openTown, type Town } from '#server/test/town.ts'
import { appoint, enter } from '#server/test/newcomers.ts'
import { firstAdministrator } from '#server/modules/identity/staff/make-first-administrator.ts'
import { importAppeals } from './import-appeals.ts'

const data = (name: string) => fileURLToPath(new URL(`../../../../../shared/data/${name}`, import.meta.url))
const example = fileURLToPath(new URL('../../../../docs/examples/changsha-messages.json', import.meta.url))
const [divisions, taxonomy, votes, replies] = [
  data('divisions-china/changsha.csv'), data('messages-changsha/taxonomy.csv'), data('messages-changsha/votes.jsonl.gz'), data('messages-changsha/replies.jsonl.gz'),
]
const hasMessages = [divisions, taxonomy, votes, replies].every((file) => existsSync(file))
if (!hasMessages) console.warn('!!! ../shared/data/messages-changsha is absent. Skipped: importing the real messages of a city.')

let town: Town
let folder: string
beforeAll(async () => {
  town = await openTown()
  folder = mkdtempSync(join(tmpdir(), 'gongzhi-appeals-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await town.close()
})

const write = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
async function run(...args: string[]) {
  const said: string[] = []
  return { code: await importAppeals.run(town.house.rooms, args, (line) => void said.push(line)), said }
}

describe('import', () => {
  test('names what it takes where it is asked badly', async () => {
    for (const args of [[], ['file.csv'], ['--mapping', 'm.json'], ['--mapping', 'm.json', '--nonsense', 'a.csv']]) {
      const { code, said } = await run(...args)
      expect([code, said[0]]).toEqual([2, expect.stringContaining('import --mapping <file>')])
    }
  })

  test.each([
    ['no JSON', '{', /is no JSON/],
    ['something else', '{"source":"x"}', /must have required properties/],
    ['a format that makes no sense', JSON.stringify({ ...mapping, fields: { ...mapping.fields, receivedAt: { column: 'time', format: 'HH:mm' } } }), /time format of the mapping makes no sense/],
    ['a region that is not there', JSON.stringify({ ...mapping, unknown: { place: '970101', category: 'not_sorted' } }), /970101/],
  ])('a mapping of %s is refused', async (_, text, why) => {
    const { code, said } = await run('--mapping', write('bad.json', text), write('a.csv', csvOf([row('1')])))
    expect([code > 0, said.join('\n')]).toEqual([true, expect.stringMatching(why)])
  })

  test('--check names bad rows with line and reason, and writes no case; then the rest comes in, once', async () => {
    const [map, file] = [write('map.json', JSON.stringify(mapping)), write('old.csv', csvOf([row('1'), row('2', { time: 'soon' }), row('3')]))]
    const line = 'old.csv:3 2 time: no time that can be read'
    expect(await run('--mapping', map, '--check', file)).toEqual({ code: 1, said: [line, 'old.csv: 3 rows read: 2 would come in, 0 were there before, 1 bad rows left out.'] })
    expect(await run('--mapping', map, file)).toEqual({ code: 1, said: [line, 'old.csv: 3 rows read: 2 came in, 0 were there before, 1 bad rows left out.'] })
    expect(await run('--mapping', map, file)).toEqual({ code: 1, said: [line, 'old.csv: 3 rows read: 0 came in, 2 were there before, 1 bad rows left out.'] })
    const centre = await town.signIn(team.centre)
    expect((await centre.ask('listImports', { params: { county } })).items.map(({ by, state }) => [by, state])).toEqual([[null, 'done'], [null, 'done'], [null, 'stopped']])
  })

  test('a file that can’t be read says why', async () => {
    const { code, said } = await run('--mapping', write('map.json', JSON.stringify(mapping)), write('short.csv', 'no,time\n1,2\n'))
    expect([code, said[0]]).toEqual([1, 'short.csv: The file lacks columns of the mapping: text, who, district, reply, replied.'])
  })
})

describe.skipIf(!hasMessages)('the messages of a real city', { timeout: 120_000 }, () => {
  const summary = (said: string[]) => said.filter((line) => line.includes('rows read:'))

  test('4,701 come in by one command, into nine counties that it sets up', async () => {
    const { code, said } = await run('--mapping', example, '--divisions', divisions, '--centres', '--categories', taxonomy, votes, replies)
    expect([code, summary(said)]).toEqual([0, [
      '1649 rows read: 1832 regions added, 0 renamed, 0 as before, 0 bad rows left out.',
      'votes.jsonl.gz: 3304 rows read: 3304 came in, 0 were there before, 0 bad rows left out.',
      'replies.jsonl.gz: 1397 rows read: 1397 came in, 0 were there before, 0 bad rows left out.',
    ]])
    expect(said.filter((line) => line.endsWith('has a centre now.'))).toHaveLength(9)
  })

  test('a second time brings none', async () => {
    const { said } = await run('--mapping', example, votes, replies)
    expect(summary(said)).toEqual([
      'votes.jsonl.gz: 3304 rows read: 0 came in, 3304 were there before, 0 bad rows left out.',
      'replies.jsonl.gz: 1397 rows read: 0 came in, 1397 were there before, 0 bad rows left out.',
    ])
  })

  test('of a copy with three damaged rows these are named, and the rest goes in', async () => {
    const lines = gunzipSync(readFileSync(votes)).toString().trimEnd().split('\n')
    const damaged = (line: number, change: (one: Record<string, unknown>) => unknown) => void (lines[line - 1] = JSON.stringify(change(JSON.parse(lines[line - 1]!))))
    lines[9] = lines[9]!.slice(0, 40)
    damaged(100, (one) => ({ ...one, time: 'last winter' }))
    damaged(3_000, (one) => ({ ...one, time: '2099-01-01T00:00:00' }))
    const copy = JSON.parse(readFileSync(example, 'utf8')) as object
    const { code, said } = await run('--mapping', write('copy.json', JSON.stringify({ ...copy, source: 'copy' })), write('damaged.jsonl', lines.join('\n')))
    const named = said.filter((line) => /^damaged\.jsonl:\d/.test(line)).map((line) => line.replace(/(:\d+ )(\d+ )/, '$1'))
    expect([code, named, summary(said)]).toEqual([
      1,
      ['damaged.jsonl:10 no JSON object', 'damaged.jsonl:100 time: no time that can be read', 'damaged.jsonl:3000 time: a time in the future'],
      ['damaged.jsonl: 3304 rows read: 3301 came in, 0 were there before, 3 bad rows left out.'],
    ])
  })

  test('each is found by number, place and time in the office, shows its words whole and its answer; nobody was disturbed', async () => {
    await town.settle()
    const { db, rooms } = { db: town.house.rooms.db, rooms: town.house.rooms }
    const cases = await db.query<{ county: number; id: string; code: string }>(sql`
      select c.county, c.id, r.code from imported i join cases c on c.county = i.case_county and c.id = i.case_id join regions r on r.id = c.county
      where i.source = 'changsha-messages' order by c.county, c.received_at desc, c.id desc`)
    expect(cases).toHaveLength(4_701)
    let [answers, longest] = [0, 0]
    for (const here of new Set(cases.map((one) => one.county))) {
      const { code } = cases.find((one) => one.county === here)!
      const said: string[] = []
      await firstAdministrator.run(rooms, ['--county', code, '--name', '管理员', '--login', `admin-${code}`], (line) => said.push(line))
      const admin = await enter(town, said.at(-1)!.split('\n').at(-1)!)
      const [body] = (await admin.ask('listBodies', { params: { county: here } })).items
      const { caller } = await appoint(town, admin, { county: here, body: body!.id, role: 'centre_dispatcher', login: `centre-${code}` })
      const params = { county: here }
      const listed: { id: string; number: string; state: string }[] = []
      for (let after: string | undefined; ; ) {
        const page = await caller.ask('listCases', { params, query: { list: 'cases', limit: 100, ...(after && { after }) } })
        listed.push(...page.items)
        if (!page.next) break
        after = page.next
      }
      const meant = await db.query<{ id: string }>(sql`select id from cases where county = ${here} order by received_at desc, id desc`)
      expect(listed.map(({ id }) => id)).toEqual(meant.map(({ id }) => id))
      expect((await caller.ask('countCases', { params })).intake).toBe((await db.query<{ n: number }>(sql`select count(*) as n from cases where county = ${here} and state = 'received'`))[0]!.n)
      for (const one of listed.filter((_, i) => i % 97 === 0)) {
        const found = await caller.ask('listCases', { params, query: { list: 'cases', number: one.number } })
        expect(found.items.map(({ id }) => id)).toEqual([one.id])
      }
      for (const { id } of listed.filter(({ state }, i) => state === 'answered' || i % 10 === 0)) {
        const whole = await caller.ask('readCase', { params: { county: here, id } })
        longest = Math.max(longest, whole.appeals[0]!.words.length)
        const answer = whole.steps.find(({ kind }) => kind === 'case.answered')
        expect(whole.state === 'answered').toBe(Boolean(answer?.words))
        if (answer) answers += 1
      }
    }
    expect(answers).toBe(1_397)
    expect(longest).toBeGreaterThan(3_000)
    const [most] = await db.query<{ longest: number }>(sql`select max(length(words)) as longest from appeals`)
    // 7,020 characters, and the line between title and text.
    expect(most!.longest).toBe(7_021)
    expect(await db.query(sql`select kind from notices where kind <> 'staff.digest_ready'`)).toEqual([])
  })
})
