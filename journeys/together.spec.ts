import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { accepted, act, actOnTask, report } from '#server/test/steps.ts'
import { deskAt, sitDownAgain } from './at-desk.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

const told = {
  zh: { lamp: '3 幢门口的路灯坏了，晚上很黑。', same: '3 幢门前路灯不亮，摔了一跤。', mine: '我家在 3 幢二楼，窗外一片黑。', answer: '灯头已更换，今晚恢复照明。', found: '说灯亮了，但还闪。', reopened: '回访得知灯还闪，重新办理，请电工检查线路。' },
  en: { lamp: 'The lamp at the door of building 3 is broken, it is dark at night.', same: 'The lamp before building 3 is dark, I fell.', mine: 'I live on the second floor of building 3, it is all dark.', answer: 'New lamp head, lit again tonight.', found: 'It is lit, but flickers.', reopened: 'By telephone you said that it flickers: it is handled again, and the cable is checked.' },
}

test('one trouble, three residents: handled together, answered and judged apart, called back', async ({ product: { url }, language, say, openDesk, openPhone }) => {
  const words = told[language]
  const [wang, li, zhang] = [await signInByApi(url, residents.wang), await signInByApi(url, residents.li), await signInByApi(url, residents.zhang)]
  const chen = await signInByApi(url, team.secretary)
  const master = await accepted(wang, chen, { words: words.lamp, visibility: 'public' })
  await act(chen, 'decidePublication', master, { publish: true, words: words.lamp, photos: [] })
  const child = await report(li, { words: words.same })
  const numberOf = async (id: string) => (await chen.ask('readCase', { params: { county, id } })).number
  const [masterNumber, childNumber] = [await numberOf(master), await numberOf(child)]

  const phone = await lendSession(await openPhone(), url, zhang)
  await test.step('a neighbour has it too: one tap, words if they like, and a number of their own', async () => {
    await phone.goto(`/matters/${county}/${master}`)
    await phone.getByRole('button', { name: say('resident.meToo.offer') }).click()
    await phone.getByRole('textbox', { name: say('resident.meToo.words') }).fill(words.mine)
    await phone.getByRole('button', { name: say('resident.meToo.send'), exact: true }).click()
    await expect(phone.getByText(say('resident.meToo.done'))).toBeVisible()
    await expect(phone.getByText(say('resident.matter.residents', { count: 2 }))).toBeVisible()
    await takePicture(phone, language, '104-me-too')
    await phone.getByRole('link', { name: say('resident.meToo.look') }).click()
    await expect(phone.getByText(say('resident.matter.joinedTo', { number: masterNumber }))).toBeVisible()
    await expect(phone.getByText(words.mine)).toBeVisible()
  })

  const desk = await sitDownAgain(await openDesk(), say, url, chen)
  await test.step('the committee merges what somebody reported by themselves', async () => {
    await desk.open('intake', childNumber)
    await desk.begin('merge')
    await desk.page.locator('.act-form').getByRole('textbox', { name: say('office.acts.merge.number') }).fill(masterNumber)
    await desk.page.getByRole('radio', { name: words.lamp.slice(0, 8) }).check()
    await desk.send('merge')
    await desk.done('merge')
    await expect(desk.page.locator('.case-head')).toContainText(say('casework.states.merged'))
    await desk.page.getByRole('link', { name: say('office.merged.into', { number: masterNumber }) }).click()
    await expect(desk.page.getByText(say('office.merged.residents', { count: 3 }))).toBeVisible()
    await takePicture(desk.page, language, '105-handled-together')
  })

  await test.step('taken apart and merged again: nothing is lost', async () => {
    await desk.page.getByRole('link', { name: say('office.merged.apartOf', { number: childNumber }) }).click()
    await expect(desk.page.getByText(say('office.acts.takeApart.sure'))).toBeVisible()
    await desk.send('takeApart')
    await desk.done('takeApart')
    await expect(desk.page.locator('.case-head')).toContainText(say('casework.states.received'))
    const { version } = await chen.ask('readCase', { params: { county, id: child } })
    await chen.ask('mergeCase', { params: { county, id: child }, version, body: { into: master } })
  })

  await test.step('all are answered; each judges for themselves', async () => {
    await act(chen, 'dispatchCase', master, { lead: bodies.wutong.id, assists: [] })
    await actOnTask(chen, 'takeTask', master, {})
    await actOnTask(chen, 'reportTask', master, { outcome: 'solved', words: words.answer, photos: [] })
    await act(chen, 'closeCase', master, { outcome: 'solved' })
    await act(chen, 'answerCase', master, { words: words.answer, photos: [] })
    await expect(phone.getByText(words.answer).first()).toBeVisible()
    await expect(phone.getByRole('heading', { name: say('resident.rate.title') })).toBeVisible()
    await wang.ask('rateMatter', { params: { county, id: master }, body: { contacted: true, solved: 'no', satisfied: 2 } })
  })

  await test.step('the subdistrict calls back whoever says that it is not solved, and three facts stand side by side', async () => {
    const page = await lendSession(await openDesk(), url, await signInByApi(url, team.clerk))
    const sun = deskAt(page, say)
    await page.goto(`/office/${county}/callbacks`)
    const call = page.getByRole('article')
    await expect(call).toContainText(masterNumber)
    await expect(call).toContainText(words.answer)
    await call.getByRole('button', { name: say('office.opening.open', { label: say('office.case.people.phone') }) }).click()
    await call.getByRole('button', { name: say('office.opening.show') }).click()
    await expect(call).toContainText(residents.wang.phone)
    await call.getByRole('radio', { name: say('office.yes') }).check()
    await call.getByRole('radio', { name: say('casework.solved.partly') }).check()
    await call.getByRole('radio', { name: say('casework.satisfied.3') }).check()
    await sun.field('office.calls.words').fill(words.found)
    await takePicture(page, language, '106-calling-back')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(say('office.calls.kept'))).toBeVisible()
    await expect(page.getByText(say('office.calls.none'))).toBeVisible()
    await page.goto(`/office/${county}/cases/${master}`)
    const facts = page.getByRole('region', { name: say('office.facts.heading') })
    for (const fact of ['casework.outcomes.solved', 'casework.solved.no', 'casework.solved.partly']) await expect(facts).toContainText(say(fact))
    await takePicture(page, language, '107-three-facts')
    // Partly solved is not solved: the subdistrict has it handled again, and the resident is told why.
    await page.goto(`/office/${county}/cases/${master}?act=reopen`)
    await sun.field('office.acts.reopen.words').fill(words.reopened)
    await takePicture(page, language, '159-handled-again')
    await sun.send('reopen')
    await sun.done('reopen')
    await expect(page.locator('.case-head')).toContainText(say('casework.states.accepted'))
    const own = await lendSession(await openPhone(), url, wang)
    await own.goto(`/matters/${county}/${master}`)
    await expect(own.getByText(words.reopened)).toBeVisible()
  })
})
