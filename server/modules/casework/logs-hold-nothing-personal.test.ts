import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { act, actOnTask, note, photograph } from '#server/test/steps.ts'
import { openTown } from '#server/test/town.ts'

const words = '三幢的路灯坏了，我摔了一跤。'
const address = '梧桐里 12 号 3 幢 501'

test('a whole story, with refusals and faults in it, leaves nothing in the log of who it was, where, or what they said', async () => {
  const lines: string[] = []
  const town = await openTown(undefined, { log: { write: (line) => void lines.push(line) } })
  try {
    const wang = await town.signIn(residents.wang)
    const chen = await town.signIn(team.secretary)
    const wu = await town.signIn(team.lamps)
    const body = { words, place: { village: 101, address }, visibility: 'public', photos: [await photograph(wang)], onBehalfOf: { name: '王德福', phone: '13912345678' } }
    const { id } = await wang.ask('submitAppeal', { key: uuidv7(), body })
    await wang.call('submitAppeal', { key: uuidv7(), body: { ...body, phone: residents.wang.phone } })
    await wang.call('submitAppeal', { key: uuidv7(), body: `{"words": "${words}`, headers: { 'content-type': 'application/json' } })
    await town.nobody.call('listPublicMatters', { query: { after: address } })
    await town.app.inject(`/api/v1/counties/3/${encodeURIComponent(address)}?phone=${residents.wang.phone}`)
    const { phone } = (await chen.ask('readCase', { params: { county, id } })).appeals[0]!
    expect((await chen.ask('openPersonalField', { body: { field: phone!.field, row: phone!.row, case: id, purpose: 'contact' } })).value).toBe(residents.wang.phone)
    await chen.call('listCases', { query: { list: 'cases', number: residents.wang.phone } })
    await act(chen, 'decidePublication', id, { publish: true, words: '路灯坏了。', photos: [] })
    await act(chen, 'acceptCase', id, { words: `王秀英，${words}` })
    await act(chen, 'acceptCase', id, {})
    await act(chen, 'dispatchCase', id, { lead: bodies.lamps.id, assists: [], instruction: `联系${residents.wang.phone}` })
    await actOnTask(wu, 'takeTask', id, {})
    await actOnTask(wu, 'reportTask', id, { outcome: 'solved', words: `已联系${residents.wang.zh}。`, photos: [] })

    // Faults whose message quotes the row: of a request, of a routine, of a reaction.
    const { db } = town.house.rooms
    await db.query(sql`alter table entries add constraint no_more_entries check (false) not valid`)
    expect((await note(chen, id, { words: `${words}${address}` })).problem.code).toBe('fault')
    await db.query(sql`alter table cases add constraint never_late check (not breached) not valid`)
    await db.query(sql`alter table notices add constraint no_more_notices check (false) not valid`)
    town.later({ days: 40 })
    await town.settle()
  } finally {
    await town.close()
  }
  const log = lines.join('')
  expect(lines.length).toBeGreaterThan(25)
  for (const fault of ['no_more_entries', 'never_late', '/counties/:county/appeals']) expect(log).toContain(fault)
  for (const told of [words, words.slice(0, 6), address, '梧桐里', '王秀英', '王德福', '陈静', residents.wang.phone, '13912345678', encodeURIComponent('梧桐里'), 'gongzhi_']) expect(log).not.toContain(told)
})
