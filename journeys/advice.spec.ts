import { join } from 'node:path'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { act, report } from '#server/test/steps.ts'
import { root } from '../node24.js'
import { sitDownAgain } from './at-desk.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { lookAt } from './look.ts'
import { takePicture } from './picture.ts'
import { desk as aDesk, phone as aPhone, expect, test } from './story.ts'
import { tales } from './tale.ts'

/** By day and by night, on a phone and at a desk. */
const looks = (language: string, name: string) => (look: string) => join(root, 'test-results', 'looks', language, 'advice', `${name}-${look}.png`)

// Looks of every size and light take long on a slow machine.
test.describe.configure({ timeout: 600_000 })

const spot = { lon: 118.028, lat: 29.985 }

test('what is known already shows before it is sent; category and lead are suggested with the words that counted, and a person decides', async ({ product: { url }, language, say, openPhone, openDesk }) => {
  const tale = tales[language]
  const [li, wang, chen] = [await signInByApi(url, residents.li), await signInByApi(url, residents.wang), await signInByApi(url, team.secretary)]
  const known = await report(li, { words: `${tale.words}\n${tale.address}`, visibility: 'public', place: { village: 101, point: spot } })
  await act(chen, 'acceptCase', known, {})
  await act(chen, 'decidePublication', known, { publish: true, words: tale.words, photos: [] })

  const phone = await lendSession(await openPhone(), url, wang)
  const words = phone.getByRole('textbox', { name: say('resident.report.what') })
  const chosen = phone.getByText(say('resident.likely.chosen', { name: tale.category }))

  await test.step('while writing, the category that it looks like is offered and not chosen', async () => {
    await phone.goto('/report')
    await words.fill(tale.words.slice(0, -12))
    await expect(phone.getByText(say('resident.likely.looks', { name: tale.category }))).toBeVisible()
    await expect(chosen).toBeHidden()
    await takePicture(phone, language, '121-likely-category')
    await phone.getByRole('button', { name: say('resident.likely.choose') }).tap()
    await expect(chosen).toBeVisible()
    await phone.getByRole('button', { name: say('resident.likely.undo') }).tap()
    await expect(chosen).toBeHidden()
  })

  await test.step('a public matter that says the same is shown before it is sent; looking at it loses nothing', async () => {
    const found = phone.getByRole('region', { name: say('resident.known.title') })
    await expect(found).toContainText(tale.words.slice(0, 20))
    await expect(found).not.toContainText(tale.address)
    await found.scrollIntoViewIfNeeded()
    await takePicture(phone, language, '122-known-already')
    await lookAt(phone, language, 'known-already', looks(language, 'known-already'))
    await phone.setViewportSize(aPhone.viewport)
    await found.getByRole('link').tap()
    await expect(phone).toHaveURL(new RegExp(`/matters/${county}/${known}$`))
    await phone.goBack()
    await expect(words).toHaveValue(tale.words.slice(0, -12))
    await phone.getByRole('button', { name: say('resident.report.send'), exact: true }).tap()
    await expect(phone.getByRole('heading', { name: say('resident.receipt.title') })).toBeVisible()
  })

  const number = await phone.locator('.receipt-number').innerText()
  const desk = await sitDownAgain(await openDesk(), say, url, chen)
  const { page } = desk
  const suggested = page.getByRole('group', { name: say('office.advice.suggested') })

  await test.step('the committee sees the similar case beside the acts', async () => {
    await desk.open('intake', number)
    const similar = page.getByRole('region', { name: say('office.advice.similar', { count: 1 }) })
    await expect(similar).toContainText(tale.words.slice(0, 20))
    await takePicture(page, language, '123-similar-cases')
  })

  await test.step('the category is suggested with its words marked, and chosen by hand', async () => {
    await desk.begin('accept')
    const choice = suggested.getByRole('button', { name: tale.category })
    await expect(choice).toHaveAttribute('aria-pressed', 'false')
    await expect(page.locator('.case-said mark').first()).toBeVisible()
    await takePicture(page, language, '124-suggested-category')
    await lookAt(page, language, 'suggested-category', looks(language, 'suggested-category'))
    await page.setViewportSize(aDesk.viewport)
    await choice.click()
    await expect(choice).toHaveAttribute('aria-pressed', 'true')
    await desk.send('accept')
    await desk.done('accept')
  })

  await test.step('so is the lead', async () => {
    await desk.begin('dispatch')
    const choice = suggested.getByRole('button', { name: bodies.lamps[language] })
    await expect(choice).toHaveAttribute('aria-pressed', 'false')
    await takePicture(page, language, '125-suggested-lead')
    await choice.click()
    await desk.send('dispatch')
    await desk.done('dispatch')
    await expect(page.getByRole('region', { name: say('office.advice.similar', { count: 1 }) })).toBeHidden()
  })
})
