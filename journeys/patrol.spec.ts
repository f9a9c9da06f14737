import type { Page } from '@playwright/test'
import { bodies, county, team } from '#server/demo/cast.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { photographStreet } from './photograph.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

const told = {
  zh: { first: '5 幢门口路灯不亮。', kind: '路灯照明', second: '垃圾清运' },
  en: { first: 'The lamp at building 5 is dark.', kind: 'Street lights', second: 'Waste' },
}
const withinMs = 60_000

test('a grid worker reports with no network; back online it is dispatched by policy, once, with no call to the desk', async ({ product: { url }, language, say, watch, openPhone }) => {
  const words = told[language]
  const zhao = await signInByApi(url, team.grid)
  const phone = await lendSession(await openPhone({ geolocation: { longitude: 118.035, latitude: 29.985 }, permissions: ['geolocation'] }), url, zhao)
  const waiting = phone.getByRole('region', { name: say('office.patrol.waiting', { count: 2 }) })
  const report = phone.getByRole('button', { name: say('office.patrol.send'), exact: true })

  await test.step('the page is opened once with a network, and is then on the phone', async () => {
    await phone.goto(`/office/${county}/patrol`)
    await expect(phone.getByText(say('office.patrol.here'))).toBeVisible()
    await isKept(phone)
  })

  watch.expect('net::ERR_INTERNET_DISCONNECTED')
  let seenBefore = 0
  await test.step('with no network two are reported: one in words, one by a photo and a tap', async () => {
    await phone.context().setOffline(true)
    await phone.reload()
    await expect(phone.getByText(say('office.patrol.offline'))).toBeVisible()
    await phone.getByText(words.kind, { exact: true }).click()
    await phone.getByRole('textbox', { name: say('office.patrol.words') }).fill(words.first)
    await report.click()
    const chooser = phone.waitForEvent('filechooser')
    await phone.getByRole('button', { name: say('office.patrol.photo') }).click()
    await (await chooser).setFiles(await photographStreet('dark'))
    await expect(phone.getByRole('img', { name: say('office.photos.added', { number: 1 }) })).toBeVisible()
    await phone.getByText(words.second, { exact: true }).click()
    await report.click()
    await expect(waiting).toBeVisible()
    seenBefore = Date.now()
    await phone.reload()
    await expect(waiting).toContainText(words.first)
    await takePicture(phone, language, '108-patrol-with-no-network', { whole: true })
  })

  await test.step('back online they are sent by themselves and given to whom the catalogue names', async () => {
    await phone.context().setOffline(false)
    const online = Date.now()
    const sent = phone.getByRole('region', { name: say('office.patrol.sent', { count: 2 }) })
    await expect(sent).toContainText(say('office.entry.done.dispatched', { lead: bodies.lamps[language] }), { timeout: withinMs })
    await expect(sent).toContainText(say('office.entry.done.dispatched', { lead: bodies.urban[language] }))
    expect(Date.now() - online).toBeLessThan(withinMs)
    await expect(waiting).toBeHidden()
    await takePicture(phone, language, '109-patrol-dispatched', { whole: true })
  })

  await test.step('each is there once, received when it was seen, with nobody asked in between', async () => {
    const { items } = await zhao.ask('listCases', { query: { list: 'cases', limit: 50 } })
    expect(items.map((row) => row.title).filter((title) => title.includes(words.first.slice(0, 8)))).toHaveLength(1)
    for (const row of items) {
      const seen = await zhao.ask('readCase', { params: { county, id: row.id } })
      expect(new Date(seen.receivedAt).getTime()).toBeLessThan(seenBefore)
      expect(seen.steps.map((step) => step.kind)).toEqual(['case.received', 'case.accepted', 'case.dispatched'])
    }
  })
})

/** The service worker holds the page and its files. */
async function isKept(phone: Page) {
  await expect.poll(async () => await phone.evaluate(async () => {
    const names = await caches.keys()
    const kept = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))
    return kept.flat().some((path) => path === '/office/patrol') && kept.flat().filter((path) => path.startsWith('/office/assets/')).length > 10
  })).toBe(true)
  // Whatever is fetched from now on is kept as it comes.
  await phone.reload()
  await expect.poll(async () => await phone.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
}
