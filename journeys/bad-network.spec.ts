import type { Page } from '@playwright/test'
import { county, residents } from '#server/demo/cast.ts'
import { report } from '#server/test/steps.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { photographStreet } from './photograph.ts'
import { takePicture } from './picture.ts'
import type { Say } from './say.ts'
import { expect, test } from './story.ts'

const words = '小区北门的井盖松了，车一过就响，晚上睡不着。'

test('a reload keeps the draft with its photos, with no network too', async ({ product: { url }, language, say, watch, openPhone }) => {
  const phone = await lendSession(await openPhone(), url, await signInByApi(url, residents.wang))
  await phone.goto('/')
  await isKeptOnPhone(phone)
  await write(phone, say)
  await phone.reload()
  await isWritten(phone, say)

  watch.expect('net::ERR_INTERNET_DISCONNECTED')
  await phone.context().setOffline(true)
  await phone.reload()
  await expect(phone.getByText(say('resident.frame.noNetwork'))).toBeVisible()
  await isWritten(phone, say)
  await takePicture(phone, language, '51-writing-with-no-network')
})

test('what is being added to a matter outlives a reload, and is sent once', async ({ product: { url }, say, openPhone }) => {
  const wang = await signInByApi(url, residents.wang)
  const id = await report(wang)
  const phone = await lendSession(await openPhone(), url, wang)
  const field = phone.getByRole('textbox', { name: say('resident.matter.addWords') })
  await phone.goto(`/matters/${county}/${id}`)
  await phone.getByRole('button', { name: say('resident.matter.add') }).tap()
  await field.fill(words)
  await phone.getByLabel(say('resident.photos.add')).setInputFiles(await photographStreet('dark'))
  await expect(phone.getByText(say('resident.photos.done'))).toBeAttached()
  await phone.reload()
  await expect(field).toHaveValue(words)
  await expect(phone.getByRole('img', { name: say('resident.photos.one', { number: 1 }) })).toBeVisible()

  await phone.getByRole('button', { name: say('resident.matter.sendAdded') }).tap()
  await expect(phone.locator('.timeline')).toContainText(words)
  await phone.reload()
  await expect(phone.locator('.timeline')).toContainText(words)
  await expect(field).toBeHidden()
  const { steps } = await wang.ask('readMatter', { params: { county, id } })
  expect(steps.filter(({ kind }) => kind === 'case.added_to')).toMatchObject([{ words, photos: [{ id: expect.any(String) }] }])
})

test('what is said with no network waits on the phone, and goes out once when there is one again', async ({ product: { url }, language, say, watch, openPhone }) => {
  const li = await signInByApi(url, residents.li)
  const phone = await lendSession(await openPhone(), url, li)
  await phone.goto('/')
  await isKeptOnPhone(phone)
  watch.expect('net::ERR_INTERNET_DISCONNECTED')
  await phone.context().setOffline(true)
  await write(phone, say)
  await send(phone, say)
  await expect(phone.getByText(say('resident.outbox.waiting'))).toBeVisible()
  await phone.getByRole('button', { name: say('resident.frame.toHome') }).tap()
  await expect(phone.getByText(say('resident.outbox.whenOnline'))).toBeVisible()
  await takePicture(phone, language, '52-waits-to-be-sent')
  // The phone is put away and taken out again, still with no network.
  await phone.reload()
  await expect(phone.getByText(say('resident.outbox.whenOnline'))).toBeVisible()
  expect((await li.ask('listMyMatters')).items).toEqual([])

  await phone.context().setOffline(false)
  const [, sent] = say('resident.outbox.sent', { number: '|' }).split('|')
  await expect(phone.getByText(say('resident.outbox.sent', { number: '2026' }).replace(sent ?? '', ''))).toBeVisible()
  await expect(phone.getByText(say('resident.outbox.waiting'))).toBeHidden()
  const { items } = await li.ask('listMyMatters')
  expect(items).toMatchObject([{ title: expect.stringContaining('井盖'), photo: expect.any(String) }])
})

test('two taps on “send” make one appeal', async ({ product: { url }, say, openPhone }) => {
  const zhang = await signInByApi(url, residents.zhang)
  const phone = await lendSession(await openPhone(), url, zhang)
  await write(phone, say)
  const button = phone.getByRole('button', { name: say('resident.report.send') })
  await button.scrollIntoViewIfNeeded()
  const box = (await button.boundingBox())!
  for (const _ of [1, 2, 3]) await phone.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
  await expect(phone.getByRole('heading', { name: say('resident.receipt.title') })).toBeVisible()
  expect((await zhang.ask('listMyMatters')).items).toHaveLength(1)
})

test('an answer that is lost on its way makes no second appeal', async ({ product: { url }, say, watch, openPhone }) => {
  const guest = await signInByApi(url, residents.guest)
  const phone = await lendSession(await openPhone(), url, guest)
  watch.expect('request: net::ERR_FAILED POST')
  await phone.route('**/api/v1/counties/*/appeals', async (route) => {
    await route.fetch()
    await route.abort()
  }, { times: 1 })
  await write(phone, say, { village: true })
  await send(phone, say)
  await expect(phone.getByText(say('resident.outbox.waiting'))).toBeVisible()
  expect((await guest.ask('listMyMatters')).items).toHaveLength(1)
  await phone.getByRole('button', { name: say('resident.frame.toHome') }).tap()
  await phone.getByRole('button', { name: say('resident.outbox.now') }).tap()
  await expect(phone.getByRole('link', { name: say('resident.outbox.look') })).toBeVisible()
  expect((await guest.ask('listMyMatters')).items).toHaveLength(1)
})

/** Everything that opens the app and its form with no network lies on the phone. */
async function isKeptOnPhone(page: Page) {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await expect.poll(() => page.evaluate(async () => {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => new URL(name).pathname.startsWith('/assets/'))
    const kept = await Promise.all(['/', ...loaded].map((name) => caches.match(name)))
    return loaded.some((name) => name.includes('report')) && kept.every(Boolean)
  }), 'the app is kept on the phone').toBe(true)
}

async function write(page: Page, say: Say, { village = false } = {}) {
  if (page.url() === 'about:blank') await page.goto('/')
  await page.getByRole('link', { name: say('resident.report.title') }).first().tap()
  await page.getByRole('textbox', { name: say('resident.report.what') }).fill(words)
  await page.getByLabel(say('resident.photos.add')).setInputFiles(await photographStreet('dark'))
  if (village) {
    await page.getByLabel(say('resident.where.town')).selectOption({ label: '望江街道' })
    await page.getByLabel(say('resident.where.village')).selectOption({ label: '渡口社区' })
  }
  await isWritten(page, say)
}

async function isWritten(page: Page, say: Say) {
  await expect(page.getByRole('textbox', { name: say('resident.report.what') })).toHaveValue(words)
  await expect(page.getByRole('img', { name: say('resident.photos.one', { number: 1 }) })).toBeVisible()
}

const send = (page: Page, say: Say) => page.getByRole('button', { name: say('resident.report.send'), exact: true }).tap()
