import type { Page } from '@playwright/test'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { report } from '#server/test/steps.ts'
import type { Caller } from '#server/test/town.ts'
import { pick, sitDownAgain } from './at-desk.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'
import { tales } from './tale.ts'

const said = {
  zh: { asks: '灯杆立在配电房旁边，路灯所和供电公司都说不归自己。', no: '灯杆不是供电资产，我们可以配合停电。', yes: '线路是路灯专线，由我们来修。' },
  en: { asks: 'The pole stands beside the substation, and both offices say it is not theirs.', no: 'The pole is not ours. We can cut the power for the repair.', yes: 'The cable feeds street lights alone: we repair it.' },
}

test('whose is it: a committee asks two bodies, one says no with a ground, the other takes it, and it goes there at once', async ({ product: { url }, language, say, openPhone, openDesk }) => {
  const tale = said[language]
  const [wang, chen, wu, feng] = [await signInByApi(url, residents.wang), await signInByApi(url, team.secretary), await signInByApi(url, team.lamps), await signInByApi(url, team.power)]
  const id = await report(wang, { words: tales[language].words })
  const { number } = await chen.ask('readCase', { params: { county, id } })
  const desk = await sitDownAgain(await openDesk(), say, url, chen)
  const cardOf = async (phone: Page, who: Caller) => {
    await lendSession(phone, url, who)
    await phone.goto(`/office/${county}/decisions`)
    const card = phone.locator('.decision').filter({ hasText: number })
    await expect(card).toContainText(tale.asks)
    await card.getByRole('button', { name: say('office.requests.talk.say') }).tap()
    return card.getByRole('form', { name: say('office.requests.talk.title') })
  }

  await test.step('at intake the desk says whose the lamp seems to be, and the catalogue names who leads for that owner', async () => {
    await desk.open('intake', number)
    await desk.begin('accept')
    await desk.page.getByRole('combobox', { name: say('policies.routing.route.owners'), exact: true }).click()
    await pick(desk.page, language === 'zh' ? '物业' : 'Property manager')
    await takePicture(desk.page, language, '155-whose-asset')
    await desk.send('accept')
    await desk.done('accept')
    await desk.begin('dispatch')
    await expect(desk.page.locator('.route-lead')).toHaveText(bodies.housing[language])
    await desk.page.keyboard.press('Escape')
  })

  await test.step('the desk asks both; until somebody takes it, it stays where it is', async () => {
    await desk.open('dispatch', number)
    await desk.begin('talk')
    const list = desk.page.getByRole('combobox', { name: say('office.acts.talk.bodies'), exact: true })
    for (const body of [bodies.lamps, bodies.power]) {
      await list.fill(body[language])
      await expect(desk.page.locator('.ant-select-dropdown:visible .ant-select-item-option')).toHaveCount(1)
      await list.press('Enter')
      await expect(desk.page.getByRole('form').getByTitle(body[language])).toBeVisible()
    }
    await desk.field('office.acts.talk.words').fill(tale.asks)
    await desk.send('talk')
    await desk.done('talk')
    await expect(desk.page.locator('.talk')).toContainText(say('office.requests.talk.none'))
  })

  await test.step('the power company: not theirs, with a ground and a proposal', async () => {
    const phone = await openPhone()
    const form = await cardOf(phone, feng)
    await form.getByText(say('office.requests.talk.notOurs'), { exact: true }).tap()
    await form.getByText(say('casework.returnGrounds.not_our_asset')).tap()
    await form.getByRole('textbox', { name: say('office.requests.talk.words') }).fill(tale.no)
    await takePicture(phone, language, '136-not-ours')
    await form.getByRole('button', { name: say('office.requests.talk.say'), exact: true }).tap()
    await expect(desk.page.locator('.talk')).toContainText(tale.no)
  })

  await test.step('the lamp office takes it; the desk sees the words of both, agrees, and the case is theirs', async () => {
    const phone = await openPhone()
    const form = await cardOf(phone, wu)
    await form.getByText(say('office.requests.talk.takes'), { exact: true }).tap()
    await form.getByRole('textbox', { name: say('office.requests.talk.words') }).fill(tale.yes)
    await form.getByRole('button', { name: say('office.requests.talk.say'), exact: true }).tap()
    await expect(desk.page.locator('.talk')).toContainText(tale.yes)
    await takePicture(desk.page, language, '137-whose-is-it')
    await desk.page.locator('.talk').getByRole('button', { name: say('office.requests.talk.agree'), exact: true }).click()
    await expect(desk.page.locator('.tasks')).toContainText(bodies.lamps[language])
    await expect(desk.page.locator('.talk')).toContainText(say('office.requests.talk.settled', { body: bodies.lamps[language] }))
  })
})
