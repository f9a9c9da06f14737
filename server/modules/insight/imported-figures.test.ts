import { afterAll, beforeAll, expect, test } from 'vitest'
import { county, team } from '#server/demo/cast.ts'
import { csvOf, row } from '#server/test/import-file.ts'
import { takenIn } from '#server/test/imports.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let centre: Caller
beforeAll(async () => {
  town = await openTown()
  centre = await town.signIn(team.centre)
  await takenIn(town, centre, csvOf([
    row('never', { time: '2025-03-03 09:00:00' }),
    row('soon', { time: '2025-03-03 09:00:00', reply: '已修好', replied: '2025-03-03 11:00:00' }),
    row('late', { time: '2025-03-31 20:00:00', reply: '已修好', replied: '2025-04-20 20:00:00' }),
  ]))
  await town.settle()
})
afterAll(() => town.close())

const read = (period: string) => centre.ask('readFigures', { params: { county }, query: { period } })

test('cases of another platform count when they happened, not when they came in', async () => {
  expect((await read('2025-03')).counts).toEqual({
    received: 3, 'reply.all': 2, 'reply.onTime': 1, 'reply.late': 1, 'start.all': 1, 'start.late': 1, closed: 1, open: 1, 'open.older': 1,
  })
  const april = await read('2025-04')
  expect(april.counts).toEqual({ 'reply.all': 1, 'reply.late': 1, closed: 1, open: 1, 'open.older': 1 })
  expect(april.spans.find(({ step }) => step === 'answer')).toEqual({ step: 'answer', count: 1, median: 20 * 24 * 60, ninth: 20 * 24 * 60 })
  expect((await read('2026-11')).counts).toEqual({ open: 1, 'open.older': 1 })
})

test('what another platform did not say stays unsaid: nobody claimed that it was solved', async () => {
  const { items, total } = await centre.ask('listCasesBehind', { params: { county }, query: { period: '2025-03', figure: 'closed' } })
  expect([items.length, total]).toEqual([1, 1])
  expect((await centre.ask('listCasesBehind', { params: { county }, query: { period: '2025-03', figure: 'closed.stated' } })).total).toBe(0)
})
