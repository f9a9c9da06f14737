import type { Page } from '@playwright/test'
import { bodies, residents, team } from '#server/demo/cast.ts'
import { sitDown, type Desk } from './at-desk.ts'
import { photographStreet } from './photograph.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'
import { tales } from './tale.ts'

test('a broken lamp goes the whole way: resident, committee, subdistrict, department, and back', async ({ language, say, watch, openPhone, openDesk }) => {
  const tale = tales[language]
  const dark = await photographStreet('dark')
  const lit = await photographStreet('lit')
  const picture = (page: Page, name: string, whole = false) => takePicture(page, language, name, { whole })
  const resident = await openPhone()
  const button = (key: string) => resident.getByRole('button', { name: say(key), exact: true })
  const field = (key: string) => resident.getByRole('textbox', { name: say(key) })
  // From the receipt on the resident's phone is never reloaded: what the offices do comes to it by itself.
  const stands = async (state: string) => await expect(resident.locator('.matter-state-word')).toHaveText(say(`casework.statesForResident.${state}`))
  let number = ''

  await test.step('a resident who has never been here says what happened, and is told what is missing', async () => {
    await resident.goto('/')
    await expect(resident.getByRole('heading', { level: 1 })).toBeVisible()
    await picture(resident, '01-first-visit')
    await resident.getByRole('link', { name: say('resident.report.title') }).tap()
    await field('resident.report.what').fill(tale.words)
    await resident.getByLabel(say('resident.photos.add')).setInputFiles(dark)
    await expect(resident.getByRole('img', { name: say('resident.photos.one', { number: 1 }) })).toBeVisible()
    await button('resident.report.send').tap()
    await expect(resident.getByText(say('resident.report.missing.place'))).toBeVisible()
    await expect(resident.locator('#ask-place')).toBeFocused()
    await picture(resident, '02-where-is-missing')
  })

  await test.step('says where, looks at what the public would see, and keeps it to those who handle it', async () => {
    await resident.getByLabel(say('resident.where.town')).selectOption({ label: tale.town })
    await resident.getByLabel(say('resident.where.village')).selectOption({ label: tale.village })
    await field('resident.where.address').fill(tale.address)
    await expect(resident.getByText(say('resident.report.missingSome'))).toBeHidden()
    await resident.getByText(say('resident.whoSees.public'), { exact: true }).tap()
    await expect(resident.getByText(say('resident.whoSees.preview'))).toBeVisible()
    await picture(resident, '03-what-others-would-see', true)
    // Quarrels between neighbours are kept from the public by this county’s rules: the form says so and offers no choice.
    await resident.getByRole('radio', { name: language === 'zh' ? '邻里纠纷' : 'Disputes between neighbours', exact: true }).check()
    await expect(resident.getByText(say('resident.whoSees.forbidden'))).toBeVisible()
    await expect(resident.getByText(say('resident.whoSees.public'), { exact: true })).toBeHidden()
    await resident.getByRole('radio', { name: say('resident.more.notSure'), exact: true }).check()
    await resident.getByText(say('resident.whoSees.private'), { exact: true }).tap()
  })

  await test.step('signs in on the way, forgets to agree, mistypes the code once, and holds a receipt', async () => {
    await button('resident.report.send').tap()
    await field('resident.signIn.phone').fill(residents.wang.phone)
    await button('resident.signIn.sendCode').tap()
    await expect(resident.getByText(say('resident.privacy.agreeFirst'))).toBeVisible()
    await resident.getByLabel(say('resident.privacy.agree')).check()
    await button('resident.signIn.sendCode').tap()
    const code = resident.locator('.demo-code').getByRole('button')
    watch.expect('422 POST')
    await field('resident.signIn.code').fill((await code.innerText()) === '000000' ? '111111' : '000000')
    await expect(resident.getByText(say('refusals.code.wrong'))).toBeVisible()
    await picture(resident, '04-sign-in')
    await code.tap()
    await expect(resident.getByRole('heading', { name: say('resident.receipt.title') })).toBeVisible()
    number = await resident.locator('.receipt-number').innerText()
    await expect(resident.locator('.receipt-clock')).toContainText(tale.replyClock)
    await picture(resident, '05-receipt')
    await resident.getByRole('link', { name: say('resident.receipt.look') }).tap()
    await stands('received')
  })

  const committee = await sitDown(await openDesk(), say, team.secretary)
  await test.step('the committee accepts it and takes it in hand itself', async () => {
    await committee.open('intake', number)
    await committee.begin('accept')
    await committee.choose('office.columns.category', tale.category)
    await committee.field('office.acts.wordsToResident').fill(tale.acceptWords)
    await picture(committee.page, '06-committee-accepts')
    await committee.send('accept')
    await committee.done('accept')
    await stands('accepted')
    await committee.begin('dispatch')
    await committee.page.getByRole('button', { name: say('office.acts.dispatch.own', { desk: bodies.wutong[language] }) }).click()
    await expect(committee.page.getByText(say('office.acts.dispatch.ownDone'))).toBeVisible()
    await committee.take()
    await stands('dispatched')
  })

  await test.step('it can’t be done there: the committee notes why and sends it up by one key', async () => {
    await committee.field('office.note.internal').fill(tale.note)
    await committee.button('office.note.keep').click()
    await expect(committee.page.locator('.story')).toContainText(tale.note)
    await committee.begin('escalate')
    await committee.page.getByRole('radio', { name: say('casework.escalationTypes.beyond_means') }).check()
    await committee.field('office.acts.escalate.cause').fill(tale.cause)
    await committee.field('office.acts.escalate.tried').fill(tale.tried)
    await picture(committee.page, '07-committee-sends-it-up')
    await committee.send('escalate')
    await committee.done('escalate')
    await expect(resident.locator('.timeline')).toContainText(bodies.chunhui[language])
  })

  const subdistrict = await sitDown(await openDesk(), say, team.clerk)
  await test.step('the subdistrict gives it to the lamp office, with the power company to help', async () => {
    await subdistrict.open('dispatch', number)
    await subdistrict.begin('dispatch')
    await subdistrict.choose('office.acts.dispatch.lead', bodies.lamps[language])
    await subdistrict.choose('office.acts.dispatch.assists', bodies.power[language])
    await subdistrict.field('office.acts.dispatch.instruction').fill(tale.instruction)
    await picture(subdistrict.page, '08-subdistrict-dispatches')
    await subdistrict.send('dispatch')
    await subdistrict.done('dispatch')
    await expect(resident.locator('.matter-state')).toContainText(bodies.lamps[language])
  })

  const reports = async (desk: Desk, words: string) => {
    await desk.begin('report')
    await desk.page.getByRole('radio', { name: say('casework.outcomes.solved') }).check()
    await desk.field('office.acts.report.words').fill(words)
    await desk.addPhoto(lit)
  }
  const lamps = await sitDown(await openDesk(), say, team.lamps)
  const power = await sitDown(await openDesk(), say, team.power)
  await test.step('the lamp office repairs it and reports with a photo', async () => {
    await lamps.open('work', number)
    await lamps.take()
    await power.open('work', number)
    await power.take()
    await reports(lamps, tale.lampReport)
    await picture(lamps.page, '09-lamp-office-reports')
    await lamps.send('report')
    await lamps.done('report')
    await stands('reported')
  })

  await test.step('the subdistrict can’t close while the power company is at work, and is told so', async () => {
    const close = subdistrict.button('office.acts.close.title')
    await expect(close).toBeDisabled()
    await expect(close).toHaveAccessibleDescription(say('refusals.case.open_tasks'))
    await picture(subdistrict.page, '10-not-to-be-closed-yet')
    await reports(power, tale.powerReport)
    await power.send('report')
    await power.done('report')
  })

  await test.step('then it closes and answers', async () => {
    await subdistrict.begin('close')
    await subdistrict.send('close')
    await subdistrict.done('close')
    await subdistrict.begin('answer')
    await subdistrict.field('office.acts.wordsToResident').fill(tale.answer)
    await subdistrict.addPhoto(lit)
    await picture(subdistrict.page, '11-subdistrict-answers')
    await subdistrict.send('answer')
    await subdistrict.done('answer')
    await stands('answered')
  })

  await test.step('the resident reads the answer and judges it', async () => {
    await expect(resident.getByText(tale.answer).first()).toBeVisible()
    await picture(resident, '12-answered')
    const judge = (question: string, answer: string) => resident.getByRole('group', { name: say(question) }).getByRole('radio', { name: say(answer) }).check()
    await judge('resident.rate.contacted', 'resident.rate.contactedYes')
    await button('resident.rate.send').tap()
    await expect(resident.getByText(say('resident.rate.missing'))).toBeVisible()
    await judge('resident.rate.solved', 'resident.rate.solvedYes')
    await judge('resident.rate.satisfied', 'resident.rate.grades.5')
    await field('resident.rate.words').fill(tale.ratingWords)
    await button('resident.rate.send').tap()
    await stands('rated')
    await picture(resident, '13-the-whole-way', true)
    await expect(subdistrict.page.getByRole('region', { name: say('office.facts.heading') })).toContainText(tale.ratingWords)
  })
})
