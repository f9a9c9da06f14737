// npm run bench -- paint: how soon a phone on a slow network shows the residents' home.
import { chromium, type Browser, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { county, residents } from '#server/demo/cast.ts'
import { lendSession, signInByApi } from '../journeys/by-api.ts'
import { openProductIn } from '../journeys/open-product.ts'
import { buildWhatIsStale } from '../launch/build.js'
import { findChromium } from '../launch/machine.js'
import { median } from './measure.ts'

/** The browser's own profile “Slow 4G”: milliseconds from question to answer, bytes a second. */
const slow4G = { offline: false, latency: 562.5, downloadThroughput: (1_600_000 * 0.9) / 8, uploadThroughput: (750_000 * 0.9) / 8 }
const aPhone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN' }
/** After this long without any request nothing larger will be drawn. */
const quietMs = 2_000

export interface Painted {
  /** Largest contentful paint in milliseconds, the median of the rounds, with nothing in the browser's cache. */
  lcp_ms_first_visit: number
  lcp_ms_signed_in: number
  /** The same with a processor four times slower, as a cheap phone has. */
  lcp_ms_slow_processor: number
}

/** Starts the product as `npm start` does and opens its home again and again, each time in a new browser profile. */
export async function measurePaint(rounds: number): Promise<Painted> {
  if (!(await buildWhatIsStale())) throw new Error('The apps could not be built; Vite says why above.')
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-paint-'))
  const product = await openProductIn(folder)
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu'], chromiumSandbox: process.getuid?.() !== 0 })
  try {
    const wang = await signInByApi(product.url, residents.wang)
    for (const words of ['楼道的灯坏了三天，晚上老人下楼看不见。', '小区北门的井盖松了，车一过就响。', '垃圾房的门关不上，味道很大。']) {
      await wang.ask('submitAppeal', { params: { county }, key: crypto.randomUUID(), body: { words, visibility: 'private', place: { point: { lon: 118.028, lat: 29.985 } }, photos: [] } })
    }
    const times = async (prepare: (page: Page) => Promise<unknown>, slowdown: number) => {
      const found: number[] = []
      for (let round = 0; round < rounds; round++) found.push(await paintOf(browser, product.url, prepare, slowdown))
      return Math.round(median(found))
    }
    const signedIn = (page: Page) => lendSession(page, product.url, wang)
    return {
      lcp_ms_first_visit: await times(async () => {}, 1),
      lcp_ms_signed_in: await times(signedIn, 1),
      lcp_ms_slow_processor: await times(signedIn, 4),
    }
  } finally {
    await browser.close()
    await product.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function paintOf(browser: Browser, url: string, prepare: (page: Page) => Promise<unknown>, slowdown: number): Promise<number> {
  const context = await browser.newContext(aPhone)
  const page = await context.newPage()
  await prepare(page)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', slow4G)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 })
  const largest = await page.evaluate(largestSoFar, quietMs)
  await context.close()
  return largest
}

/** In the browser: when the largest thing so far was drawn, once nothing has come for a while. */
function largestSoFar(quiet: number): Promise<number> {
  return new Promise((resolve) => {
    let last = 0
    let timer = setTimeout(() => resolve(last), quiet)
    new PerformanceObserver((list) => {
      last = Math.max(last, ...list.getEntries().map((entry) => entry.startTime))
      clearTimeout(timer)
      timer = setTimeout(() => resolve(last), quiet)
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
}
