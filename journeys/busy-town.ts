import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { csvOf, row, upload } from '#server/test/import-file.ts'
import { accepted, act, actOnTask, answered, answeredFrom, dispatched, report } from '#server/test/steps.ts'
import { photoForm } from '#server/test/photo-form.ts'
import type { Caller } from '#server/test/town.ts'
import { fillMachines } from './busy-machines.ts'
import { signInByApi, signInResident } from './by-api.ts'
import { photographStreet } from './photograph.ts'

const wutong = 101
/** Hostile to every layout: no place to break a line, and very long. */
const longWords = `楼道里的配电箱门一直敞着，孩子伸手就能碰到。编号${'A1B2C3D4'.repeat(9)}。${'请尽快来看看，'.repeat(30)}`

export type BusyTown = Awaited<ReturnType<typeof fillTown>>

/** Lets a day's work happen, so that every screen has something to show: a case in each state, people who ask, rights given. */
export async function fillTown(url: string) {
  const [wang, li, guest] = [await signInByApi(url, residents.wang), await signInByApi(url, residents.li), await signInByApi(url, residents.guest)]
  const [chen, clerk, wu, admin, centre, liu] = await Promise.all([team.secretary, team.clerk, team.lamps, team.admin, team.centre, team.member].map((one) => signInByApi(url, one))) as [Caller, Caller, Caller, Caller, Caller, Caller]
  const photos = async (by: Caller) => [(await by.ask('uploadPhoto', { key: randomUUID(), ...photoForm((await photographStreet('dark')).buffer) })).id]

  const received = await report(wang, {
    words: '12 号楼前的路灯坏了三天，晚上台阶看不清。', visibility: 'public', photos: await photos(wang),
    place: { village: wutong, point: { lon: 118.035, lat: 29.985 }, address: '梧桐里 12 号' }, onBehalfOf: { name: '赵奶奶', phone: '13800001234' },
  })
  const long = await report(li, { words: longWords, category: 'power' })
  const asked = await report(wang, { words: '小区北门的井盖松了，车一过就响。', category: 'roads' })
  await act(chen, 'askBack', asked, { words: '请问是北门里面还是外面的井盖？', daysMax: 5 })
  const rate = await answered(wang, chen, bodies.wutong.id)
  const rated = await answered(wang, chen, bodies.wutong.id)
  await wang.ask('rateMatter', { params: { county, id: rated }, body: { contacted: true, solved: 'partly', satisfied: 3, words: '修好了一盏，还有一盏没修。' } })
  const declined = await report(wang, { words: '想请社区帮我把邻居欠的钱要回来。', category: 'dispute' })
  await act(chen, 'declineCase', declined, { ground: 'court_or_arbitration', words: '借款纠纷请向人民法院起诉，社区可以协助您联系法律援助。' })
  const shown = await accepted(li, chen, { words: '垃圾桶三天没有清运，气味很大。', category: 'waste', visibility: 'public', photos: await photos(li) })
  const { appeals } = await chen.ask('readCase', { params: { county, id: shown } })
  await act(chen, 'decidePublication', shown, { publish: true, words: '垃圾桶三天没有清运，气味很大。', photos: appeals[0]!.photos.map((photo) => photo.id) })
  const working = await escalated(wang, chen, '8 号楼的路灯一闪一闪的。')
  await act(clerk, 'dispatchCase', working, { lead: bodies.lamps.id, assists: [bodies.power.id], instruction: '三个工作日内修复，修好后附照片。' })
  await actOnTask(wu, 'takeTask', working, {})
  const halfDone = await escalated(li, chen, '渡口桥头的路灯整排不亮。')
  await act(clerk, 'dispatchCase', halfDone, { lead: bodies.lamps.id, assists: [bodies.power.id] })
  await actOnTask(wu, 'takeTask', halfDone, {})
  await actOnTask(wu, 'reportTask', halfDone, { outcome: 'planned', words: '已列入本月检修计划。', photos: await photos(wu), plannedUntil: new Date(Date.now() + 20 * 86_400_000).toISOString() })
  const toDispatch = await escalated(wang, chen, '东门的路灯杆歪了，怕倒下来。')

  const grouped = await escalated(li, chen, '和平街电缆沟塌了，路灯全灭，还往外冒水。')
  await act(clerk, 'dispatchCase', grouped, { lead: bodies.lamps.id, assists: [bodies.power.id, bodies.water.id], mode: 'group', instruction: '今晚一起到场。' })
  await centre.ask('addRemit', { key: randomUUID(), params: { county }, body: { body: bodies.lamps.id, words: '维修城市道路照明设施，排除照明线路故障。', ground: '城市照明管理规定第二十条' } })
  const item = randomUUID()
  await clerk.ask('addGroupItem', { key: item, params: { county, id: grouped }, body: { words: '断开和平街照明回路，挂牌警示。', body: bodies.power.id } })
  await clerk.ask('addGroupItem', { key: randomUUID(), params: { county, id: grouped }, body: { words: longWords } })
  await wu.ask('tickGroupItem', { params: { county, id: grouped, item }, body: { done: true } })
  const gated = await petition(wang, liu, longWords, [bodies.power.id, bodies.urban.id])
  await petition(li, liu, '12 号楼前的路灯坏了三天，晚上台阶看不清。', [])
  const late = await dispatched(wang, chen, bodies.lamps.id)
  await actOnTask(wu, 'askExtension', late, { workingDays: 3, words: '配件后天才到货，到货当天更换。' })
  await act(clerk, 'superviseCase', late, { of: bodies.wutong.id, words: '三天内第二次反映，请书记牵头，今天答复老人。' })
  await act(chen, 'askExclusion', rated, { ground: 'not_as_reported', words: '另一盏灯属于小区内部照明，由物业维修。' })

  const petitioned = await report(wang, { words: '老楼改造少算了我家的面积，请给书面答复。', category: 'property' })
  const reviewed = await report(li, { words: '补偿的面积少算了阳台，请给书面答复。', category: 'property' })
  for (const one of [petitioned, reviewed]) {
    await act(chen, 'markPetition', one, {})
    await answeredFrom(chen, one)
  }
  await li.ask('askReview', { params: { county, id: reviewed }, body: { words: '没有计算阳台面积，我不认可。' } })

  const talked = await accepted(wang, chen, { words: '配电房旁边的灯杆倾斜，不知道归谁管。' })
  await act(chen, 'openOwnershipTalk', talked, { bodies: [bodies.power.id, bodies.chunhui.id], words: '灯杆立在配电房旁边，两家都说不归自己，请表态。' })

  const lin = await signInByApi(url, team.collector)
  const { id: coded } = await lin.ask('enterAppeal', { key: randomUUID(), params: { county }, body: { channel: 'collector', words: '井盖塌了一块，行人容易踩空。', code: '9901010101000123', place: { region: wutong }, photos: await photos(lin) } })
  await act(chen, 'askSiteCheck', coded, { of: bodies.watch.id, words: '请看是雨水井还是污水井，旁边有没有围挡。' })

  const { items: opened } = await chen.ask('listCases', { query: { list: 'cases', limit: 50 } })
  const phone = (await chen.ask('readCase', { params: { county, id: received } })).appeals[0]!.phone!
  await chen.ask('openPersonalField', { body: { field: phone.field, row: phone.row, case: received, purpose: 'contact' } })

  const { code } = await chen.ask('readCommunityCode', { params: { county, village: wutong } })
  const join = async (number: string, name: string) => {
    const newcomer = await signInResident(url, number)
    return await newcomer.ask('askMembership', { params: { code }, body: { kind: 'tenant', name, address: '梧桐里 9 号 2 幢 302' } })
  }
  await join('13800001001', '林桂芳')
  const turnedAway = await join('13800001002', '欧阳娜娜')
  await chen.ask('decideMembership', { params: { county, id: turnedAway.id }, body: { verified: false, reason: '门牌与登记不符，请核对后再申请。' } })

  const post = await admin.ask('createPost', { key: randomUUID(), params: { county }, body: { body: bodies.lamps.id, role: 'department_clerk', title: { zh: '线路维修工', en: 'Line Repairer' } } })
  const { link } = await admin.ask('inviteStaff', { key: randomUUID(), params: { county }, body: { name: '林晓', login: 'linxiao', phone: '13800001003', post: post.id } })
  const hour = (hours: number) => new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + hours * 3_600_000).toISOString()
  await chen.ask('putOnDuty', { key: randomUUID(), params: { county }, body: { body: bodies.wutong.id, post: team.secretary.post, person: team.secretary.person, from: hour(0), to: hour(9) } })
  await admin.ask('changePost', { params: { county, id: team.lamps.post }, body: { stationedAt: bodies.centre.id, stationedTo: hour(24 * 60) } })
  await centre.ask('putOnDuty', { key: randomUUID(), params: { county }, body: { body: bodies.centre.id, post: team.lamps.post, person: team.lamps.person, from: hour(1), to: hour(9) } })
  const grant = await admin.ask('giveGrant', {
    key: randomUUID(), params: { county },
    body: { body: bodies.chunhui.id, action: 'roster.change', region: 11, mayDelegate: true, reportAfterwards: true, validTo: hour(24 * 90), reason: '汛期期间由街道自行排班' },
  })
  for (const hours of [24, 48]) await clerk.ask('putOnDuty', { key: randomUUID(), params: { county }, body: { body: bodies.chunhui.id, post: team.clerk.post, person: team.clerk.person, from: hour(hours), to: hour(hours + 9) } })
  const imports = { checked: await checkedImport(centre, 'old'), done: await checkedImport(centre, 'older'), refused: await upload(centre, Buffer.from('no,time\n1,2026-11-02\n')) }
  await centre.ask('runImport', { params: { county, id: imports.done } })
  await untilImport(centre, imports.done, 'done')
  await centre.ask('checkImport', { params: { county, id: imports.refused } })
  await untilImport(centre, imports.refused, 'refused')
  const machines = await fillMachines(url, admin, chen)
  return {
    machines,
    callers: { wang, li, guest, chen, clerk, wu, admin, centre, lin }, imports,
    cases: { received, long, asked, rate, rated, declined, shown, working, halfDone, toDispatch, gated, late, grouped, petitioned, reviewed, talked, coded },
    code, link: new URL(link.url).pathname, grant: grant.id, post: post.id, count: opened.length,
  }
}

/** A file of another platform, of which a few rows are damaged. */
async function checkedImport(by: Caller, name: string): Promise<string> {
  const rows = Array.from({ length: 30 }, (_, i) => row(`${name}-${i}`, { ...(i === 7 && { time: '去年冬天' }), ...(i === 8 && { text: '' }), ...(i % 2 === 0 && { reply: '已经修好。', replied: '2026-11-05 10:00' }) }))
  const id = await upload(by, csvOf(rows))
  await by.ask('checkImport', { params: { county, id } })
  await untilImport(by, id, 'checked')
  return id
}

async function untilImport(by: Caller, id: string, state: string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(200)) {
    if ((await by.ask('readImport', { params: { county, id } })).state === state) return
  }
  throw new Error(`the import was never ${state}`)
}

async function escalated(by: Caller, committee: Caller, words: string): Promise<string> {
  const id = await accepted(by, committee, { words })
  await act(committee, 'escalateCase', id, { type: 'beyond_means', cause: '需要登高车', tried: '已拉警示带' })
  return id
}

/** A petition matter that a member proposes to dispatch: it waits for the secretary. */
async function petition(by: Caller, member: Caller, words: string, assists: string[]): Promise<string> {
  const id = await accepted(by, member, { words })
  await act(member, 'markPetition', id, {})
  await act(member, 'dispatchCase', id, { lead: bodies.lamps.id, assists, instruction: '三个工作日内修复，修好后附照片。', workingDays: 3 })
  return id
}
