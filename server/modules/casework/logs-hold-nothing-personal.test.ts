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

    // Faults whose message quotes the row: of a request, then of two routines and of a reaction.
    const { db } = town.house.rooms
    await db.run(`create function quote_it() returns trigger language plpgsql as $$ begin raise exception 'can not keep %', new::text; end $$`)
    await db.run('create trigger quote_it before insert on entries for each row execute function quote_it()')
    expect((await note(chen, id, { words: `${words}${address}` })).problem.code).toBe('fault')
    await db.run('create trigger quote_it before update on cases for each row when (new.breached) execute function quote_it()')
    await db.run('create trigger quote_it before insert on notices for each row execute function quote_it()')
    town.later({ days: 40 })
    await town.settle()
  } finally {
    await town.close()
  }
  const log = lines.join('')
  expect(lines.length).toBeGreaterThan(25)
  expect(log.match(/"code":"P0001"/g)).toHaveLength(3)
  for (const told of ['/counties/:county/appeals', '"routine":"look at clocks"', '"routine":"tell leaders of the digest"']) expect(log).toContain(told)
  const personal = [words, words.slice(0, 6), address, '梧桐里', '王秀英', '王德福', '陈静', residents.wang.phone, '13912345678']
  for (const told of [...personal, encodeURIComponent('梧桐里'), 'gongzhi_']) expect(log).not.toContain(told)
})
