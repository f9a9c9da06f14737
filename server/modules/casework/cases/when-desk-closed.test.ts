import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { report } from '#server/test/steps.ts'
import { openTown, type Town } from '#server/test/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

test('what is submitted in the very instant in which its desk is closed goes to the nearest desk that is open', async () => {
  const [wang, admin, clerk] = [await town.signIn(residents.wang), await town.signIn(team.admin), await town.signIn(team.clerk)]
  // The submission has read who has the desk and waits to write; meanwhile the desk, which has no work, is closed.
  const { submitting, closing } = await town.house.rooms.db.transaction([], async (tx) => {
    await tx.query(sql`lock table appeals in exclusive mode`)
    const sending = report(wang, { place: { village: 103 } })
    await expect.poll(async () => (await town.house.rooms.db.query(sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length).toBe(1)
    const closed = await admin.call('closeBody', { params: { county, id: bodies.yulan.id }, body: { reason: '撤并' } })
    return { submitting: { sending }, closing: closed }
  })
  const id = await submitting.sending
  expect(closing.status).toBe(200)
  await town.settle()
  const seen = await clerk.ask('readCase', { params: { county, id } })
  expect(seen).toMatchObject({ state: 'received', desk: { id: bodies.chunhui.id }, level: 'coordinated' })
  expect(seen.clocks.every((clock) => clock.body.zh === bodies.chunhui.zh)).toBe(true)
  expect((await clerk.ask('countCases')).intake).toBe(1)
})
