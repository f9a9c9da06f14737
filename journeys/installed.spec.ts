import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { residents } from '#server/demo/cast.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { openReleases } from './releases.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

const words = '小区北门的井盖松了，车一过就响。'

test('it can be put on the home screen, under its name in the language that is read', async ({ product: { url }, openPhone }) => {
  const names: string[] = []
  for (const locale of ['zh-CN', 'en-GB']) {
    const phone = await openPhone({ locale })
    await phone.goto('/')
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible()
    const devtools = await phone.context().newCDPSession(phone)
    const { errors, data } = await devtools.send('Page.getAppManifest')
    expect(errors).toEqual([])
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
    // Each story has a window of its own, which keeps nothing: that alone may stand in the way.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
    const manifest = JSON.parse(data!) as { id: string; short_name: string; lang: string; icons: { src: string; sizes: string; type: string; purpose?: string }[] }
    expect(manifest).toMatchObject({ id: '/', lang: locale === 'zh-CN' ? 'zh-CN' : 'en' })
    expect(manifest.icons.filter(({ purpose }) => purpose === 'maskable')).not.toEqual([])
    for (const { src, sizes, type } of manifest.icons.filter((icon) => icon.type === 'image/png')) {
      const icon = await fetch(url + src)
      const { width, height } = await sharp(Buffer.from(await icon.arrayBuffer())).metadata()
      expect([icon.headers.get('content-type'), `${width}x${height}`]).toEqual([type, sizes])
    }
    names.push(manifest.short_name)
  }
  expect(names).toEqual(['共治', 'Gongzhi'])
})

test('it opens with no network, shows what waits to be sent, and keeps nothing of the server and of the office', async ({ product: { url }, language, say, watch, openPhone }) => {
  const phone = await lendSession(await openPhone(), url, await signInByApi(url, residents.wang))
  await phone.goto('/')
  await isKept(phone)
  watch.expect('net::ERR_INTERNET_DISCONNECTED')
  const context = phone.context()
  await context.setOffline(true)

  await test.step('written and sent with no network', async () => {
    await phone.getByRole('link', { name: say('resident.report.title') }).tap()
    await phone.getByRole('textbox', { name: say('resident.report.what') }).fill(words)
    await phone.getByRole('button', { name: say('resident.report.send'), exact: true }).tap()
    await expect(phone.getByText(say('resident.outbox.waiting'))).toBeVisible()
    await phone.close()
  })

  const opened = await context.newPage()
  await test.step('opened again from its icon: who I am, what waits, and that there is no network', async () => {
    await opened.goto(url)
    await expect(opened.getByRole('heading', { level: 1, name: '梧桐社区' })).toBeVisible()
    await expect(opened.getByText(say('resident.frame.noNetwork'))).toBeVisible()
    await expect(opened.getByText(say('resident.outbox.whenOnline'))).toBeVisible()
    await takePicture(opened, language, '53-opened-with-no-network')
  })

  await test.step('the office is not answered for, and no answer of the server lies on the phone', async () => {
    const office = await context.newPage()
    await expect(office.goto(`${url}/office/`)).rejects.toThrow('net::ERR_INTERNET_DISCONNECTED')
    const kept = await opened.evaluate(async () => {
      const caching = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
      return (await Promise.all(caching.map((cache) => cache.keys()))).flat().map((request) => new URL(request.url).pathname)
    })
    expect(kept).toContain('/')
    expect(kept.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([])
  })
})

test('whoever has never been here and loses the network on the way is told so, and can try again', async ({ say, watch, openPhone }) => {
  const phone = await openPhone()
  await phone.goto('/')
  await isKept(phone)
  await phone.evaluate(() => localStorage.clear())
  watch.expect('net::ERR_INTERNET_DISCONNECTED')
  await phone.context().setOffline(true)
  await phone.reload()
  const again = phone.getByRole('button', { name: say('resident.answer.again') })
  await expect(again).toBeVisible()
  await phone.context().setOffline(false)
  await again.tap()
  await expect(phone.getByRole('link', { name: say('resident.report.title') })).toBeVisible()
})

test('the next release takes the place of the one on the phone, with a network and without', async ({ product, say, watch, openPhone }) => {
  const releases = await openReleases(product.url)
  const phone = await openPhone()
  const shows = async (release: number) => await expect(phone.locator('html')).toHaveAttribute('data-release', String(release))
  await phone.goto(releases.url)
  await shows(1)
  await isKept(phone)
  await phone.evaluate(async () => void (await caches.open('gongzhi-resident-0')))

  await test.step('a screen that the open page has not fetched yet is gone: it says so, and the way on is the new release', async () => {
    releases.release()
    watch.expect('answer: 404 GET')
    watch.expect('Failed to fetch dynamically imported module')
    watch.expect('Unable to preload CSS')
    await phone.getByRole('link', { name: say('resident.frame.tabs.me') }).tap()
    await expect(phone.getByText(say('resident.answer.brokenMore'))).toBeVisible()
    await phone.getByRole('button', { name: say('resident.answer.again') }).tap()
    await expect(phone.getByRole('heading', { level: 1, name: say('resident.me.title') })).toBeVisible()
    await shows(2)
  })

  await test.step('it is the new one that opens with no network, and what an older worker kept is cleared away', async () => {
    await phone.goto(releases.url)
    await isKept(phone)
    await expect.poll(() => phone.evaluate(() => caches.keys())).not.toContain('gongzhi-resident-0')
    watch.expect('net::ERR_INTERNET_DISCONNECTED')
    await phone.context().setOffline(true)
    await phone.reload()
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible()
    await shows(2)
  })
  await releases.close()
})

/** The page, and every file that it is made of, lie on the phone. */
async function isKept(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await expect.poll(() => page.evaluate(async () => {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => new URL(name).pathname.startsWith('/assets/'))
    const kept = await Promise.all(['/', ...loaded].map((name) => caches.match(name)))
    return loaded.some((name) => name.includes('report')) && kept.every(Boolean)
  }), 'the app is kept on the phone').toBe(true)
}
