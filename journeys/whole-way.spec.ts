import type { Page } from '@playwright/test'
import { bodies, residents, team, type CastStaff } from '#server/demo/cast.ts'
import { addPhotoAtDesk, type PhotoFile } from './add-photo.ts'
import { choose } from './choose.ts'
import { photographStreet } from './photograph.ts'
import { takePicture } from './picture.ts'
import { signInAtDesk } from './sign-in.ts'
import { expect, test } from './story.ts'
import { tales } from './tale.ts'

test('a broken lamp goes the whole way: resident, committee, subdistrict, department, and back', async ({ language, say, watch, openPhone, openDesk }) => {
  const tale = tales[language]
  const dark = await photographStreet('dark')
  const lit = await photographStreet('lit')
  const picture = (page: Page, name: string, whole = false) => takePicture(page, language, name, { whole })
  const button = (page: Page, key: string) => page.getByRole('button', { name: say(key), exact: true })
  const field = (page: Page, key: string) => page.getByRole('textbox', { name: say(key) })
  const resident = await openPhone()
  // From the receipt on the resident's phone is never reloaded: what the offices do comes to it by itself.
  const stands = async (state: string) => await expect(resident.locator('.matter-state-word')).toHaveText(say(`casework.statesForResident.${state}`))
  let number = ''

  await test.step('a resident who has never been here says what happened, and is told what is missing', async () => {
    await resident.goto('/')
    await expect(resident.getByRole('heading', { level: 1 })).toBeVisible()
    await picture(resident, '01-first-visit')
    await resident.getByRole('link', { name: say('resident.report.title') }).tap()
    await field(resident, 'resident.report.what').fill(tale.words)
    await resident.getByLabel(say('resident.photos.add')).setInputFiles(dark)
    await expect(resident.getByRole('img', { name: say('resident.photos.one', { number: 1 }) })).toBeVisible()
    await button(resident, 'resident.report.send').tap()
    await expect(resident.getByText(say('resident.report.missing.place'))).toBeVisible()
    await expect(resident.locator('#ask-place')).toBeFocused()
    await picture(resident, '02-where-is-missing')
  })

  await test.step('says where, looks at what the public would see, and keeps it to those who handle it', async () => {
    const inReadersLanguage = (name: { zh: string; en: string }) => name[language]
    await resident.getByLabel(say('resident.where.town')).selectOption({ label: inReadersLanguage({ zh: '春晖街道', en: 'Chunhui Subdistrict' }) })
    await resident.getByLabel(say('resident.where.village')).selectOption({ label: inReadersLanguage({ zh: '梧桐社区', en: 'Wutong Community' }) })
    await field(resident, 'resident.where.address').fill(tale.address)
    await resident.getByText(say('resident.whoSees.public'), { exact: true }).tap()
    await expect(resident.getByText(say('resident.whoSees.preview'))).toBeVisible()
    await picture(resident, '03-what-others-would-see', true)
    await resident.getByText(say('resident.whoSees.private'), { exact: true }).tap()
  })

  await test.step('signs in on the way, mistypes the code once, and holds a receipt', async () => {
    await button(resident, 'resident.report.send').tap()
    await field(resident, 'resident.signIn.phone').fill(residents.wang.phone)
    await button(resident, 'resident.signIn.sendCode').tap()
    await expect(resident.getByText(say('resident.privacy.agreeFirst'))).toBeVisible()
    await resident.getByLabel(say('resident.privacy.agree')).check()
    await button(resident, 'resident.signIn.sendCode').tap()
    const code = resident.locator('.demo-code').getByRole('button')
    watch.expect('422 POST')
    await field(resident, 'resident.signIn.code').fill((await code.innerText()) === '000000' ? '111111' : '000000')
    await expect(resident.getByText(say('refusals.code.wrong'))).toBeVisible()
    await picture(resident, '04-sign-in')
    await code.tap()
    await expect(resident.getByRole('heading', { name: say('resident.receipt.title') })).toBeVisible()
    number = await resident.locator('.receipt-number').innerText()
    await expect(resident.locator('.receipt-clock')).toContainText(language === 'zh' ? '15 小时内答复' : 'Reply within 15')
    await picture(resident, '05-receipt')
    await resident.getByRole('link', { name: say('resident.receipt.look') }).tap()
    await stands('received')
  })

  const sitDown = async (who: CastStaff) => {
    const page = await openDesk()
    await signInAtDesk(page, say, who.login)
    return page
  }
  const open = async (page: Page, list: 'intake' | 'work' | 'dispatch') => {
    await page.getByRole('navigation', { name: say('office.menu.label') }).getByRole('link', { name: say(`office.menu.${list}`) }).click()
    await page.getByRole('row').filter({ hasText: number }).getByRole('link').click()
    await expect(page.getByRole('article')).toContainText(number)
  }
  const done = async (page: Page, act: string) => await expect(page.getByText(say(`office.acts.${act}.done`))).toBeVisible()
  const take = async (page: Page) => {
    await button(page, 'office.acts.take.title').click()
    await done(page, 'take')
  }
  const report = async (page: Page, words: string, photo: PhotoFile) => {
    await button(page, 'office.acts.report.title').click()
    await page.getByRole('radio', { name: say('casework.outcomes.solved') }).check()
    await field(page, 'office.acts.report.words').fill(words)
    await addPhotoAtDesk(page, say, photo)
    await button(page, 'office.acts.report.submit').click()
  }

  const committee = await sitDown(team.secretary)
  await test.step('the committee accepts it and takes it in hand itself', async () => {
    await open(committee, 'intake')
    await button(committee, 'office.acts.accept.title').click()
    await field(committee, 'office.acts.wordsToResident').fill(tale.acceptWords)
    await picture(committee, '06-committee-accepts')
    await button(committee, 'office.acts.accept.submit').click()
    await done(committee, 'accept')
    await stands('accepted')
    await button(committee, 'office.acts.dispatch.title').click()
    await committee.getByRole('button', { name: say('office.acts.dispatch.own', { desk: bodies.wutong[language] }) }).click()
    await expect(committee.getByText(say('office.acts.dispatch.ownDone'))).toBeVisible()
    await take(committee)
    await stands('dispatched')
  })

  await test.step('it can’t be done there: the committee notes why and sends it up by one key', async () => {
    await field(committee, 'office.note.internal').fill(tale.note)
    await button(committee, 'office.note.keep').click()
    await expect(committee.locator('.story')).toContainText(tale.note)
    await button(committee, 'office.acts.escalate.title').click()
    await committee.getByRole('radio', { name: say('casework.escalationTypes.beyond_means') }).check()
    await field(committee, 'office.acts.escalate.cause').fill(tale.cause)
    await field(committee, 'office.acts.escalate.tried').fill(tale.tried)
    await picture(committee, '07-committee-sends-it-up')
    await button(committee, 'office.acts.escalate.submit').click()
    await done(committee, 'escalate')
    await expect(resident.locator('.timeline')).toContainText(bodies.chunhui[language])
  })

  const subdistrict = await sitDown(team.clerk)
  await test.step('the subdistrict gives it to the lamp office, with the power company to help', async () => {
    await open(subdistrict, 'dispatch')
    await button(subdistrict, 'office.acts.dispatch.title').click()
    await choose(subdistrict, say('office.acts.dispatch.lead'), bodies.lamps[language])
    await choose(subdistrict, say('office.acts.dispatch.assists'), bodies.power[language])
    await field(subdistrict, 'office.acts.dispatch.instruction').fill(tale.instruction)
    await picture(subdistrict, '08-subdistrict-dispatches')
    await button(subdistrict, 'office.acts.dispatch.submit').click()
    await done(subdistrict, 'dispatch')
    await expect(resident.locator('.matter-state')).toContainText(bodies.lamps[language])
  })

  const lamps = await sitDown(team.lamps)
  const power = await sitDown(team.power)
  await test.step('the lamp office repairs it and reports with a photo', async () => {
    await open(lamps, 'work')
    await take(lamps)
    await open(power, 'work')
    await take(power)
    await report(lamps, tale.lampReport, lit)
    await done(lamps, 'report')
    await picture(lamps, '09-lamp-office-has-reported')
    await stands('reported')
  })

  await test.step('the subdistrict can’t close while the power company is at work, and is told so', async () => {
    await subdistrict.locator('.acts-closed summary').click()
    await expect(subdistrict.locator('.acts-closed')).toContainText(say('refusals.case.open_tasks'))
    await picture(subdistrict, '10-not-to-be-closed-yet')
    await report(power, tale.powerReport, lit)
    await done(power, 'report')
  })

  await test.step('then it closes and answers', async () => {
    await button(subdistrict, 'office.acts.close.title').click()
    await button(subdistrict, 'office.acts.close.submit').click()
    await done(subdistrict, 'close')
    await button(subdistrict, 'office.acts.answer.title').click()
    await field(subdistrict, 'office.acts.wordsToResident').fill(tale.answer)
    await addPhotoAtDesk(subdistrict, say, lit)
    await picture(subdistrict, '11-subdistrict-answers')
    await button(subdistrict, 'office.acts.answer.submit').click()
    await done(subdistrict, 'answer')
    await stands('answered')
  })

  await test.step('the resident reads the answer and judges it', async () => {
    await expect(resident.getByText(tale.answer).first()).toBeVisible()
    await picture(resident, '12-answered')
    const judge = (question: string, answer: string) => resident.getByRole('group', { name: say(question) }).getByRole('radio', { name: answer }).check()
    await judge('resident.rate.contacted', say('resident.rate.contactedYes'))
    await button(resident, 'resident.rate.send').tap()
    await expect(resident.getByText(say('resident.rate.missing'))).toBeVisible()
    await judge('resident.rate.solved', say('resident.rate.solvedYes'))
    await judge('resident.rate.satisfied', say('resident.rate.grades.5'))
    await field(resident, 'resident.rate.words').fill(tale.ratingWords)
    await button(resident, 'resident.rate.send').tap()
    await stands('rated')
    await picture(resident, '13-rated', true)
  })
})
