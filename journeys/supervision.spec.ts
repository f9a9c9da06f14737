import { randomUUID } from 'node:crypto'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { answered, dispatched } from '#server/test/steps.ts'
import type { Caller } from '#server/test/town.ts'
import { sitDownAgain } from './at-desk.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

const said = {
  zh: { urges: '老人晚上不敢下楼，请今天答复什么时候修好。', plan: '备件明早到货，电工上午到场更换。', instructs: '老人摔伤无小事，今晚务必亮灯，结果报我。', again: '修过一次，昨晚又灭了。', plan2: '书记牵头，今晚请电工查线路，查清后一次修好。' },
  en: { urges: 'Old people don’t dare go down at night. Say today when it will be repaired.', plan: 'The part comes tomorrow morning; the electrician puts it in before noon.', instructs: 'People get hurt in the dark. It must be lit tonight; tell me when it is.', again: 'It was repaired once and went out again last night.', plan2: 'The secretary sees to it: the cable is checked tonight, and repaired for good.' },
}

test('urged by hand and by rule, answered with a plan and a date, and seen by the leader', async ({ product: { url }, language, say, openPhone, openDesk }) => {
  const tale = said[language]
  const [wang, chen, wu, sun, he, admin] = await Promise.all([residents.wang, team.secretary, team.lamps, team.clerk, team.leader, team.admin].map((one) => signInByApi(url, one))) as [Caller, Caller, Caller, Caller, Caller, Caller]
  const { version } = await admin.ask('readPolicyDraft')
  const saved = await admin.ask('savePolicyDraft', { version, body: { layers: [{ town: null, category: null, set: { 'supervision.reopening': 'on' }, locked: [] }] } })
  await admin.ask('publishPolicies', { key: randomUUID(), version: saved.version, body: { note: 'supervision' } })
  const id = await dispatched(wang, chen, bodies.lamps.id)
  const numberOf = async (one: string) => (await sun.ask('readCase', { params: { county, id: one } })).number
  const inADay = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

  await test.step('by hand: the subdistrict urges the lamp office', async () => {
    const desk = await sitDownAgain(await openDesk(), say, url, sun)
    await desk.page.goto(`/office/${county}/cases/${id}?act=supervise`)
    await desk.page.getByRole('radio', { name: bodies.lamps[language] }).check()
    await desk.field('office.acts.supervise.words').fill(tale.urges)
    await desk.send('supervise')
    await desk.done('supervise')
  })

  await test.step('the lamp office answers on the phone, with a plan and a date', async () => {
    const phone = await lendSession(await openPhone(), url, wu)
    await phone.goto(`/office/${county}/decisions`)
    const card = phone.locator('.decision').filter({ hasText: await numberOf(id) })
    await expect(card).toContainText(tale.urges)
    await card.getByRole('button', { name: say('office.requests.reply'), exact: true }).tap()
    await card.getByRole('textbox', { name: say('office.requests.replyWords') }).fill(tale.plan)
    await card.getByLabel(say('office.requests.replyUntil')).fill(inADay())
    await takePicture(phone, language, '138-a-plan-and-a-date')
    await card.getByRole('button', { name: say('office.requests.reply'), exact: true }).tap()
    await expect(phone.locator('.decided')).toContainText(say('office.requests.decided.answered'))
  })

  await test.step('the leader gives an instruction on the open case; the lamp office finds it there', async () => {
    const desk = await sitDownAgain(await openDesk(), say, url, he)
    await desk.page.goto(`/office/${county}/cases/${id}?act=instruct`)
    await desk.field('office.acts.instruct.words').fill(tale.instructs)
    await takePicture(desk.page, language, '158-an-instruction')
    await desk.send('instruct')
    await desk.done('instruct')
    const lamps = await sitDownAgain(await openDesk(), say, url, wu)
    await lamps.page.goto(`/office/${county}/cases/${id}`)
    await expect(lamps.page.locator('.story')).toContainText(say('casework.steps.case.instructed', { body: bodies.chunhui[language] }))
    await expect(lamps.page.locator('.story')).toContainText(tale.instructs)
  })

  const again = await answered(wang, chen, bodies.wutong.id)
  await test.step('by rule: what its resident has opened again is urged by the subdistrict at once', async () => {
    await wang.ask('rateMatter', { params: { county, id: again }, body: { contacted: true, solved: 'no', satisfied: 1 } })
    await wang.ask('reopenMatter', { params: { county, id: again }, body: { words: tale.again } })
    const phone = await lendSession(await openPhone(), url, chen)
    await phone.goto(`/office/${county}/decisions`)
    const card = phone.locator('.decision').filter({ hasText: await numberOf(again) })
    await expect(card).toContainText(say('casework.requestGrounds.reopening'))
    await expect(card).toContainText(tale.again)
    await takePicture(phone, language, '139-urged-by-rule')
    await card.getByRole('button', { name: say('office.requests.reply'), exact: true }).tap()
    await card.getByRole('textbox', { name: say('office.requests.replyWords') }).fill(tale.plan2)
    await card.getByLabel(say('office.requests.replyUntil')).fill(inADay())
    await card.getByRole('button', { name: say('office.requests.reply'), exact: true }).tap()
    await expect(phone.locator('.decided')).toContainText(say('office.requests.decided.answered'))
  })

  await test.step('the leader sees both, with what came of them', async () => {
    const page = await lendSession(await openDesk(), url, he)
    await page.goto(`/office/${county}/decisions?side=made`)
    for (const [one, plan] of [[id, tale.plan], [again, tale.plan2]] as const) {
      const card = page.locator('.decision').filter({ hasText: await numberOf(one) })
      await expect(card).toContainText(say('office.requests.decided.answered'))
      await expect(card).toContainText(plan)
    }
    await takePicture(page, language, '140-seen-by-the-leader')
  })
})
