import type { Page } from '@playwright/test'
import { bodies, county, team } from '#server/demo/cast.ts'
import { actOnTask } from '#server/test/steps.ts'
import { sitDownAgain } from './at-desk.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { photographCover, type PhotoFile } from './photograph.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

const code = '9901010101000123'
const tale = { words: '井盖塌了一块，行人容易踩空。', again: '还是塌的，只放了个锥桶。', done: '已更换井盖。', look: '请看井盖是否换好。', fixed: '新井盖已装好，平稳。' }

test('a collector reports a manhole cover by its code; it is dispatched, reported done, found not done, done, and closed', async ({ product: { url }, language, say, openPhone, openDesk }) => {
  const [lin, han, chen] = [await signInByApi(url, team.collector), await signInByApi(url, team.urban), await signInByApi(url, team.secretary)]
  const phone = await lendSession(await openPhone({ geolocation: { longitude: 118.035, latitude: 29.985 }, permissions: ['geolocation'] }), url, lin)
  const report = phone.getByRole('button', { name: say('office.patrol.send'), exact: true })
  const photograph = async (button: string, photo: PhotoFile) => {
    const chooser = phone.waitForEvent('filechooser')
    await phone.getByRole('button', { name: say(button) }).first().click()
    await (await chooser).setFiles(photo)
    await expect(phone.getByRole('img', { name: say('office.photos.added', { number: 1 }) })).toBeVisible()
  }
  const choose = async (name: string) => await phone.getByText(name, { exact: true }).click()

  await test.step('class and type are touched, the number is read from the plate; without a picture it is not taken', async () => {
    await phone.goto(`/office/${county}/patrol`)
    await expect(phone.getByText(say('office.patrol.here'))).toBeVisible()
    await choose(say('codes.report.ways.component'))
    await choose('公用设施')
    await choose('路面井盖')
    await phone.getByRole('textbox', { name: say('codes.parts.serial') }).fill('123')
    await phone.getByRole('textbox', { name: say('office.patrol.words') }).fill(tale.words)
    await report.click()
    await expect(phone.getByRole('alert')).toContainText(say('codes.report.needsPhoto'))
    await photograph('office.patrol.photo', await photographCover('broken'))
    await takePicture(phone, language, '160-by-code', { whole: true })
    await report.click()
  })

  const sent = phone.getByRole('region', { name: say('office.patrol.sent', { count: 1 }) })
  await test.step('the catalogue gives it to whom such a cover belongs', async () => {
    await expect(sent).toContainText(say('office.entry.done.dispatched', { lead: bodies.urban[language] }))
  })
  const { items: [row] } = await lin.ask('listCases', { query: { list: 'cases', code } })
  const { id, number } = row!

  await test.step('keyed in again the code says what is wrong with it, then that the cover has an open case, to which it is added', async () => {
    await choose(say('codes.report.ways.keyed'))
    const keyed = phone.getByRole('textbox', { name: say('codes.report.keyed') })
    await keyed.fill(code.slice(0, -1))
    await expect(phone.getByText(say('codes.report.faults.wrong_length', { component: 16, event: 10 }))).toBeVisible()
    await keyed.fill(code)
    await expect(phone.getByText(say('codes.report.open'))).toContainText(number)
    await takePicture(phone, language, '161-open-already', { whole: true })
    await photograph('office.patrol.photo', await photographCover('broken'))
    await report.click()
    await expect(phone.getByText(say('codes.report.joined', { number }))).toBeVisible()
  })

  const desk = await sitDownAgain(await openDesk(), say, url, chen)
  const { page } = desk
  const done = async () => {
    const { tasks } = await han.ask('readCase', { params: { county, id } })
    if (tasks[0]!.state === 'assigned') await actOnTask(han, 'takeTask', id, {})
    await actOnTask(han, 'reportTask', id, { outcome: 'solved', words: tale.done, photos: [] })
  }
  const askForALook = async ({ again }: { again: boolean }) => {
    await page.goto(`/office/${county}/cases/${id}`)
    await desk.begin('siteCheck')
    // Whoever looked before is proposed.
    if (again) await expect(page.locator('.act-form')).toContainText(bodies.watch[language])
    else await desk.choose('office.acts.siteCheck.of', bodies.watch[language])
    await desk.field('office.acts.siteCheck.words').fill(tale.look)
    await desk.send('siteCheck')
    await desk.done('siteCheck')
  }
  const answer = async (found: 'yes' | 'no', words: string, photo: PhotoFile, picture?: string) => {
    await phone.goto(`/office/${county}/patrol`)
    const card = phone.locator('.decision').filter({ hasText: number })
    await expect(card).toContainText(tale.look)
    await card.getByRole('button', { name: say('office.requests.site.look'), exact: true }).tap()
    await card.getByText(say(`office.requests.site.${found}.site_check`), { exact: true }).tap()
    await photograph('office.photos.add', photo)
    await card.getByRole('textbox', { name: say('office.requests.site.words') }).fill(words)
    if (picture) await takePicture(phone, language, picture)
    await card.getByRole('button', { name: say('office.requests.site.send'), exact: true }).tap()
    await expect(card).toBeHidden()
  }

  await test.step('the bureau says that it is done; the desk can’t close it before somebody has looked', async () => {
    await done()
    await page.goto(`/office/${county}/cases/${id}`)
    await expect(page.getByText(say('refusals.case.not_checked'))).toBeVisible()
    await takePicture(page, language, '162-not-before-a-check')
    await askForALook({ again: false })
  })

  await test.step('the collector finds it not put right: it goes back to the bureau at once', async () => {
    await answer('no', tale.again, await photographCover('broken'), '163-looked-at-on-site')
    await expectState(page, say('casework.states.dispatched'), id)
    await expect(page.getByText(tale.again).first()).toBeVisible()
  })

  await test.step('done again, and found put right: the desk closes it', async () => {
    await done()
    await askForALook({ again: true })
    await answer('yes', tale.fixed, await photographCover('whole'))
    await page.goto(`/office/${county}/cases/${id}`)
    await desk.begin('close')
    await page.getByRole('radio', { name: say('casework.outcomes.solved') }).check()
    await desk.send('close')
    await desk.done('close')
    await takePicture(page, language, '164-closed-after-a-check')
  })
})

async function expectState(page: Page, state: string, id: string) {
  await page.goto(`/office/${county}/cases/${id}`)
  await expect(page.locator('.case-head')).toContainText(state)
}
