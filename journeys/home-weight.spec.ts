import type { CDPSession, Page } from '@playwright/test'
import '#screen/head-start.ts'
import en from '#words/en/resident.ts'
import zh from '#words/zh/resident.ts'
import { expect, test } from './story.ts'

const bytesMax = 130 * 1024
/** Below this compressing saves nothing. */
const plainMax = 1024

test('home asks early for who is there and for its words, and for each but once', async ({ openPhone }) => {
  const page = await openPhone({ serviceWorkers: 'block' })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/', { waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const of = (part: string) => asked.filter((path) => path.includes(part))
  expect([of('/api/v1/settings').length, of('/api/v1/me').length, of('/words-').length]).toEqual([1, 1, 1])
  expect(await page.evaluate(() => Object.keys(window.headStart!.answers)), 'answers that nobody took').toEqual([])
})

/** A sentence that stands only in the words of one language. */
const marks = { zh: zh.first.words.slice(0, 12), en: en.first.words.slice(0, 24) }

for (const [language, locale] of [['zh', 'zh-CN'], ['en', 'en-GB']] as const) {
  test(`home costs a phone at most 130 KB of JavaScript, and brings nothing that it does not need (${locale})`, async ({ openPhone }) => {
    // The service worker fetches more once home is there, when nobody waits for it.
    const page = await openPhone({ locale, serviceWorkers: 'block' })
    const scripts = await listen(page)
    await page.goto('/', { waitUntil: 'networkidle' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const loaded = await scripts()

    expect(loaded.length).toBeGreaterThan(0)
    expect(loaded.filter(({ encoding, text }) => encoding !== 'br' && text.length > plainMax).map(({ url }) => url), 'scripts that are not sent as brotli').toEqual([])
    const bytes = loaded.reduce((sum, script) => sum + script.bytes, 0)
    test.info().annotations.push({ type: 'bytes of JavaScript', description: String(bytes) })
    expect(bytes, `bytes of JavaScript: ${loaded.map(({ url, bytes: own }) => `${url} ${own}`).join(', ')}`).toBeLessThanOrEqual(bytesMax)
    expect(loaded.filter(({ url, text }) => /maplibre/i.test(url + text)).map(({ url }) => url)).toEqual([])
    const words = loaded.map(({ text }) => text).join('\n')
    expect(words).toContain(marks[language])
    expect(words).not.toContain(marks[language === 'zh' ? 'en' : 'zh'])
  })
}

interface Script {
  url: string
  /** As it came over the wire, headers included. */
  bytes: number
  encoding: string
  text: string
}

/** Hears every script that the page fetches; gives them back with what each cost. */
async function listen(page: Page): Promise<() => Promise<Script[]>> {
  const devtools: CDPSession = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  const scripts = new Map<string, Omit<Script, 'text'>>()
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type !== 'Script') return
    const encoding = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-encoding')?.[1] ?? 'none'
    scripts.set(requestId, { url: new URL(response.url).pathname, bytes: 0, encoding })
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const script = scripts.get(requestId)
    if (script) script.bytes = encodedDataLength
  })
  return async () => await Promise.all([...scripts].map(async ([requestId, script]) => {
    const { body } = await devtools.send('Network.getResponseBody', { requestId })
    return { ...script, text: body }
  }))
}
