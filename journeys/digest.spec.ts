import { bodies, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { accepted, act } from '#server/test/steps.ts'
import { sitDownAgain } from './at-desk.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

test('the leader’s day has a limit: what is above it comes as a digest on the phone, and whoever would send more sees the load', async ({ product: { url }, language, say, openPhone, openDesk }) => {
  const [wang, liu, chen, admin] = [await signInByApi(url, residents.wang), await signInByApi(url, team.member), await signInByApi(url, team.secretary), await signInByApi(url, team.admin)]
  const draft = await admin.ask('readPolicyDraft')
  const layers = [...draft.layers.map(({ townName: _, categoryName: __, ...one }) => one), { town: 11, category: null, set: { cardsADay: 1 }, locked: [] }]
  const { version } = await admin.ask('savePolicyDraft', { version: draft.version, body: { layers } })
  await admin.ask('publishPolicies', { key: uuidv7(), version, body: { note: '一天只审一件。' } })
  for (const words of ['3 幢门口的路灯坏了，晚上很黑。', '5 幢楼道灯不亮，老人不敢下楼。', '小区大门口的灯一直闪。']) {
    const id = await accepted(wang, liu, { words })
    await act(liu, 'markPetition', id, {})
    await act(liu, 'dispatchCase', id, { lead: bodies.lamps.id, assists: [] })
  }

  const phone = await openPhone()
  const cards = phone.getByRole('article')
  await test.step('one card today, and the rest is said to wait', async () => {
    await lendSession(phone, url, chen)
    await phone.goto('/office/3/decisions')
    await expect(cards).toHaveCount(1)
    await expect(phone.getByRole('region', { name: say('office.digest.title') })).toContainText(say('office.digest.beyond', { limit: 1, count: 2 }))
    await takePicture(phone, language, '201-limit-of-the-day', { whole: true })
  })

  await test.step('the digest says in a minute what waits, what is late and what moves', async () => {
    await phone.getByRole('link', { name: say('office.digest.open') }).tap()
    await expect(phone.getByText(say('office.digest.beyondWords', { limit: 1, done: 0, count: 2 }))).toBeVisible()
    await expect(phone.getByText(say('office.digest.calm'))).toBeVisible()
    await takePicture(phone, language, '202-digest', { whole: true })
  })

  await test.step('who wants to, goes on', async () => {
    await phone.getByRole('link', { name: say('office.requests.tabs.mine'), exact: true }).tap()
    await phone.getByRole('button', { name: say('office.digest.showAll') }).tap()
    await expect(cards).toHaveCount(3)
  })

  await test.step('whoever would send more sees the load', async () => {
    const { page } = await sitDownAgain(await openDesk(), say, url, liu)
    await page.goto('/office/3/decisions?side=made')
    await expect(page.getByText(say('office.digest.loadOver', { name: bodies.wutong[language], waiting: 3, decidedToday: 0, limit: 1 }))).toBeVisible()
    await takePicture(page, language, '203-load-of-the-leader')
  })
})
