import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserContextOptions } from '@playwright/test'
import { county } from '#server/demo/cast.ts'
import type { Town } from '#server/test/town.ts'
import { findChromium } from '../../launch/machine.js'
import type { Resident, Worker } from './cast.ts'
import type { Crew } from './play.ts'

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } satisfies BrowserContextOptions
const desk = { viewport: { width: 1440, height: 900 } } satisfies BrowserContextOptions
const office = `/office/${county}`

/** Whose screen, on what, where. */
const screens: [name: string, who: Worker | Resident, on: BrowserContextOptions, path: string][] = [
  ['resident-home', 'wang', phone, '/'],
  ['resident-matters', 'wang', phone, '/matters'],
  ['committee-intake', 'secretary', desk, `${office}/intake`],
  ['committee-work', 'dukou', desk, `${office}/work`],
  ['committee-decisions', 'secretary', phone, `${office}/decisions`],
  ['subdistrict-dispatch', 'clerk', desk, `${office}/dispatch`],
  ['leader-decisions', 'leader', phone, `${office}/decisions`],
  ['department-work', 'urban', desk, `${office}/work`],
  ['department-figures', 'urban', desk, `${office}/figures?period=2026-09`],
  ['centre-cases', 'centre', desk, `${office}/cases`],
  ['centre-hotline', 'centre', desk, `${office}/entry`],
  ['centre-figures', 'centre', desk, `${office}/figures?period=2026-09`],
]

/** Opens every role's screens as they stand at the end of the week, at its hour. @returns how many were taken */
export async function picturesOfWeek(town: Town, crew: Crew, folder: string): Promise<number> {
  const url = await town.app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  mkdirSync(folder, { recursive: true })
  try {
    for (const [name, who, device, path] of screens) {
      const context = await browser.newContext({ ...device, baseURL: url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
      const [cookie, value] = (await crew(who)).cookie.split('=') as [string, string]
      await context.addCookies([{ name: cookie, value, url, httpOnly: true, sameSite: 'Lax' }])
      const page = await context.newPage()
      await page.clock.setFixedTime(town.now)
      await page.goto(path)
      await page.locator('h1, h2').first().waitFor()
      await page.waitForLoadState('load')
      await page.locator('[aria-busy=true]').waitFor({ state: 'detached', timeout: 10_000 }).catch(() => {})
      await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return screens.length
}

