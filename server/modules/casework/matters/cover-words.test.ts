import { afterAll, beforeAll, expect, test } from 'vitest'
import { county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { promised } from '#server/test/promised.ts'
import { act, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const book = promised('coverWords')

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

const said = '我是王秀兰，住 8 幢 302，电话 13800138000，楼道灯坏了。'
const coverParts = (id: string, parts: string[], by = wang) => by.call('coverWords', { params: { county, id }, body: { parts } })
const ofDesk = (id: string) => chen.ask('readCase', { params: { county, id } })

test('200: what is covered is gone for everybody, wherever it stood; its original opens for a purpose, and that is shown', async () => {
  const id = await report(wang, { words: said, visibility: 'public' })
  await wang.ask('addToMatter', { params: { county, id }, key: uuidv7(), body: { words: '王秀兰再补充：302 门口也黑。', photos: [] } })
  await act(chen, 'acceptCase', id, {})
  await act(chen, 'decidePublication', id, { publish: true, words: '王秀兰反映楼道灯坏了。', photos: [] })
  expect((await coverParts(id, ['王秀兰', '302', '13800138000'])).status).toBe(200)

  const mine = await wang.ask('readMatter', { params: { county, id } })
  expect(mine.words).toBe('我是███，住 8 幢 ███，电话 ███████████，楼道灯坏了。')
  expect(mine.steps.find(({ kind }) => kind === 'case.added_to')!.words).toBe('███再补充：███ 门口也黑。')
  expect(mine.steps.at(-1)).toMatchObject({ kind: 'case.words_covered', values: { characters: '26' } })
  expect((await li.ask('readMatter', { params: { county, id } })).words).toBe('███反映楼道灯坏了。')

  const seen = await ofDesk(id)
  expect(JSON.stringify(seen)).not.toContain('王秀兰')
  expect(JSON.stringify(await chen.ask('listCases', { params: { county }, query: { list: 'cases' } }))).not.toContain('13800138000')
  const { field, row } = seen.appeals[0]!.original!
  const { value } = await chen.ask('openPersonalField', { params: { county }, body: { field, row, case: id, purpose: 'verify' } })
  expect(value).toBe(`${said}\n\n王秀兰再补充：302 门口也黑。`)
})

test('200: more can be covered later, and the first original stays', async () => {
  const id = await report(wang, { words: said })
  await coverParts(id, ['王秀兰'])
  await coverParts(id, ['302'])
  const { field, row } = (await ofDesk(id)).appeals[0]!.original!
  expect((await chen.ask('openPersonalField', { params: { county }, body: { field, row, case: id, purpose: 'verify' } })).value).toBe(said)
  expect((await ofDesk(id)).appeals[0]!.words).toContain('我是███，住 8 幢 ███')
})

test('200: two coverings at once both hold', async () => {
  const id = await report(wang, { words: said })
  await Promise.all([coverParts(id, ['王秀兰']), coverParts(id, ['13800138000'])])
  expect((await ofDesk(id)).appeals[0]!.words).toBe('我是███，住 8 幢 302，电话 ███████████，楼道灯坏了。')
})

test('200: when it is over, too', async () => {
  const id = await report(wang, { words: said })
  await wang.ask('withdrawMatter', { params: { county, id }, body: { words: '王秀兰自己修好了。' } })
  expect((await coverParts(id, ['王秀兰'])).status).toBe(200)
  expect(JSON.stringify(await ofDesk(id))).not.toContain('王秀兰')
})

test('what is not covered has no original', async () => {
  expect((await ofDesk(await report(wang, { words: said }))).appeals[0]!.original).toBeNull()
})

test('409: what does not stand there can’t be covered', async () => {
  const id = await report(wang, { words: said })
  book.no('coverWords', await coverParts(id, ['李四']), 'matter.nothing_to_cover')
})

test('404: of another’s matter', async () => {
  expect((await coverParts(await report(wang, { words: said }), ['王秀兰'], li)).problem.code).toBe('not_found')
})

test('every promised refusal was seen', () => book.allShown())
