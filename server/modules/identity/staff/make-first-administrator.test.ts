import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { county } from '#server/demo/cast.ts'
import { enter } from '#server/test/newcomers.ts'
import { openTown, type Town } from '#server/test/town.ts'
import { firstAdministrator } from './make-first-administrator.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await town.house.rooms.db.query(sql`
    insert into regions (id, parent, level, code, name_zh, name_en, province, city, county) values (4, 2, 3, '990102', '清源区', 'Qingyuan District', 1, 2, 4)`)
})
afterAll(() => town.close())

async function run(...args: string[]) {
  const said: string[] = []
  return { code: await firstAdministrator.run(town.house.rooms, args, (line) => said.push(line)), said: said.join('\n') }
}
const linkIn = (said: string) => /http\S+/.exec(said)![0]

test('2: badly asked, it says how', async () => {
  for (const args of [[], ['--county', '990102'], ['--county', '990102', '--name', '王芳', '--login', 'Wang Fang'], ['--what']]) {
    expect(await run(...args)).toMatchObject({ code: 2, said: expect.stringContaining('--county') })
  }
})

test('1: there is no such county, and nothing is made', async () => {
  expect(await run('--county', '110101', '--name', '王芳', '--login', 'wangfang')).toMatchObject({ code: 1, said: expect.stringContaining('import-regions') })
})

test('0: a centre, a post, and a link that lets the administrator in', async () => {
  const { code, said } = await run('--county', '990102', '--name', '王芳', '--login', 'wangfang')
  expect(code).toBe(0)
  const me = await enter(town, linkIn(said))
  expect(await me.ask('readMe')).toMatchObject({ name: '王芳', posts: [{ role: 'administrator', county: 4, region: { id: 4 } }] })
  expect((await me.ask('listBodies', { params: { county: 4 } })).items).toMatchObject([{ name: { zh: '清源区社会治理中心' }, kind: 'centre', isDesk: true }])
})

test('1: a county that has an administrator gets another only when told again, in the centre that is there', async () => {
  const args = ['--county', String(county), '--name', '王芳', '--login', 'wangfang2']
  expect(await run(...args)).toMatchObject({ code: 1, said: expect.stringContaining('--again') })
  const { said } = await run(...args, '--again')
  expect((await (await enter(town, linkIn(said))).ask('readMe')).posts[0]?.body.name.zh).toBe('明泽区社会治理指挥中心')
})

test('1: a login in use is refused, and leaves nothing behind', async () => {
  const before = await town.house.rooms.db.query(sql`select id from posts`)
  expect(await run('--county', '990101', '--name', '王芳', '--login', 'chenjing', '--again')).toMatchObject({ code: 1, said: expect.stringContaining('chenjing') })
  expect(await town.house.rooms.db.query(sql`select id from posts`)).toHaveLength(before.length)
})
