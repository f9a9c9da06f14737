import type { Page } from '@playwright/test'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { accepted, act, answered, dispatched } from '#server/test/steps.ts'
import type { Caller } from '#server/test/town.ts'
import { deskAt, pick, sitDownAgain } from './at-desk.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import type { Say } from './say.ts'
import { expect, test } from './story.ts'
import { tales } from './tale.ts'

/** A leader's decision takes effect a minute later; the clocks are looked at each second. */
const inEffect = { timeout: 120_000 }

test('a member proposes, the secretary decides on her phone, thinks again within the minute, and it is dispatched as she said', async ({ product: { url }, language, say, openPhone, openDesk }) => {
  const tale = tales[language]
  const [wang, liu, chen] = [await signInByApi(url, residents.wang), await signInByApi(url, team.member), await signInByApi(url, team.secretary)]
  const id = await accepted(wang, liu, { words: tale.words })
  const { number } = await liu.ask('readCase', { params: { county, id } })
  const desk = await sitDownAgain(await openDesk(), say, url, liu)
  const phone = await openPhone()

  await test.step('a petition matter waits for the leader: the member is told so, and sees that it waits', async () => {
    await desk.open('dispatch', number)
    await desk.page.getByText(say('office.acts.rare', { count: 2 })).click()
    await desk.begin('petition')
    await desk.send('petition')
    await desk.done('petition')
    await desk.begin('dispatch')
    await desk.choose('office.acts.dispatch.lead', bodies.lamps[language])
    // What it has to do already, before it gets more.
    await expect(desk.page.locator('.body-load').first()).toBeVisible()
    await desk.field('office.acts.dispatch.instruction').fill(tale.instruction)
    await desk.send('dispatch')
    await expect(desk.page.getByText(say('office.acts.dispatch.asked'))).toBeVisible()
    await expect(desk.page.locator('.request')).toContainText(bodies.lamps[language])
    await takePicture(desk.page, language, '91-waits-for-the-leader')
  })

  await test.step('the leader’s phone: one card, everything that the decision needs', async () => {
    await openDecisions(phone, say, url, chen)
    const card = cardOf(phone, number)
    await expect(card).toContainText(tale.instruction)
    await expect(card).toContainText(bodies.lamps[language])
    await expect(card.locator('.body-load')).toContainText(bodies.lamps[language])
    await card.getByText(say('office.requests.look')).tap()
    await expect(card.locator('.story')).toContainText(say('casework.steps.case.accepted', { body: bodies.wutong[language] }))
    await card.getByText(say('office.requests.look')).tap()
    await takePicture(phone, language, '92-one-card')
  })

  await test.step('approved with one touch, and taken back', async () => {
    await cardOf(phone, number).getByRole('button', { name: say('office.requests.approve'), exact: true }).tap()
    const line = phone.locator('.decided').filter({ hasText: number })
    await expect(line).toContainText(say('office.requests.decided.granted'))
    const undo = line.getByRole('button', { name: say('office.requests.undo') })
    await expect(undo).toBeFocused()
    await takePicture(phone, language, '93-a-minute-to-think-again')
    await undo.tap()
    await expect(cardOf(phone, number)).toBeVisible()
  })

  await test.step('another lead is named', async () => {
    await cardOf(phone, number).getByRole('button', { name: say('office.requests.change'), exact: true }).tap()
    const form = phone.getByRole('form', { name: say('office.requests.changeTitle') })
    const lead = form.getByRole('combobox', { name: say('office.requests.lead'), exact: true })
    await lead.fill(bodies.urban[language])
    await pick(phone, bodies.urban[language])
    await takePicture(phone, language, '94-another-lead')
    await form.getByRole('button', { name: say('office.requests.changeSubmit') }).tap()
    await expect(phone.locator('.decided')).toContainText(say('office.requests.decided.changedTo', { lead: bodies.urban[language] }))
  })

  await test.step('the minute is over: the desk sees it dispatched to that lead, and is told', async () => {
    await expect(desk.page.locator('.tasks')).toContainText(bodies.urban[language], inEffect)
    await expect(phone.locator('.decided')).toContainText(say('office.requests.inEffect'))
    await expect(phone.getByRole('button', { name: say('office.requests.undo') })).toBeHidden()
    await takePicture(desk.page, language, '95-dispatched-as-decided')
    const told = say('notices.staff.request_ruled', { request: 'dispatch', ruling: 'changed' })
    await expect.poll(async () => (await liu.ask('listNotices', { query: { subject: id } })).items.map((one) => say(`notices.${one.kind}`, one.values))).toContain(told)
  })
})

test('several at once, each undone by itself; more time for a department; and a resident who has it handled again', async ({ product: { url }, say, language, openPhone, openDesk }) => {
  const [wang, liu, chen, wu] = [await signInByApi(url, residents.wang), await signInByApi(url, team.member), await signInByApi(url, team.secretary), await signInByApi(url, team.lamps)]
  const numberOf = async (id: string) => (await liu.ask('readCase', { params: { county, id } })).number
  const propose = async () => {
    const id = await accepted(wang, liu)
    await act(liu, 'markPetition', id, {})
    await act(liu, 'dispatchCase', id, { lead: bodies.lamps.id, assists: [] })
    return await numberOf(id)
  }
  const numbers = [await propose(), await propose()]
  const phone = await openPhone()

  const approveBoth = async () => {
    for (const number of numbers) await phone.getByRole('checkbox', { name: say('office.requests.select', { number }) }).tap()
    await phone.getByRole('button', { name: say('office.requests.approveMany') }).tap()
    await expect(phone.getByText(say('office.requests.approvedMany', { count: 2 }))).toBeVisible()
  }
  await test.step('two are selected and approved, and taken back together', async () => {
    await openDecisions(phone, say, url, chen)
    await approveBoth()
    await phone.getByRole('button', { name: say('office.requests.undoMany'), exact: true }).tap()
    await expect(phone.getByText(say('office.requests.undoneMany', { count: 2 }))).toBeVisible()
    for (const number of numbers) await expect(cardOf(phone, number)).toBeVisible()
  })

  await test.step('approved again; one of them is taken back', async () => {
    await approveBoth()
    await phone.locator('.decided').filter({ hasText: numbers[0]! }).getByRole('button', { name: say('office.requests.undo') }).tap()
    await expect(cardOf(phone, numbers[0]!)).toBeVisible()
    await expect(phone.locator('.decided')).toContainText(numbers[1]!)
  })

  await test.step('the department asks for more time at its desk; the secretary grants it on the page of the case', async () => {
    const id = await dispatched(wang, chen, bodies.lamps.id)
    const number = await numberOf(id)
    const lamps = await sitDownAgain(await openDesk(), say, url, wu)
    await lamps.open('work', number)
    await lamps.begin('extend')
    await lamps.page.getByRole('spinbutton', { name: say('office.acts.extend.days') }).fill('3')
    await lamps.field('office.acts.extend.words').fill(tales[language].cause)
    await lamps.send('extend')
    await lamps.done('extend')
    await phone.goto(`/office/${county}/cases/${id}`)
    const desk = deskAt(phone, say)
    await expect(phone.locator('.request')).toContainText(tales[language].cause)
    await desk.button('office.requests.approve').tap()
    await expect(phone.locator('.story')).toContainText(say('casework.steps.task.extended', { body: bodies.wutong[language], other: bodies.lamps[language], workingDays: '3' }))
  })

  await test.step('a resident for whom it is not solved has it handled again', async () => {
    const id = await answered(wang, chen, bodies.wutong.id)
    await wang.ask('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'no', satisfied: 1 } })
    const own = await lendSession(await openPhone(), url, wang)
    await own.goto(`/matters/${county}/${id}`)
    await own.getByRole('button', { name: say('resident.reopen.offer') }).tap()
    await own.getByRole('textbox', { name: say('resident.reopen.words') }).fill(tales[language].words)
    await own.getByRole('button', { name: say('resident.reopen.send'), exact: true }).tap()
    await expect(own.locator('.matter-state-word')).toHaveText(say('casework.statesForResident.accepted'))
    await expect(own.locator('.timeline')).toContainText(say('casework.steps.case.reopened'))
  })
})

async function openDecisions(phone: Page, say: Say, url: string, who: Caller) {
  await lendSession(phone, url, who)
  await phone.goto(`/office/${county}/decisions`)
  await expect(phone.getByRole('heading', { level: 1, name: say('office.requests.title'), exact: true })).toBeVisible()
}

const cardOf = (phone: Page, number: string) => phone.locator('.decision').filter({ hasText: number })
