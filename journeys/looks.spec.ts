import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { root } from '../node24.js'
import { fillTown, type BusyTown } from './busy-town.ts'
import { lendSession } from './by-api.ts'
import { lookAt } from './look.ts'
import { officeScreens, residentScreens, type Screen } from './screens.ts'
import { expect, test } from './story.ts'

test.describe.configure({ timeout: 900_000 })

let town: BusyTown
test.beforeAll(async ({ product }) => {
  town = await fillTown(product.url)
})

for (const [app, screensOf] of [['resident', residentScreens], ['office', officeScreens]] as const) {
  test(`every screen of the ${app} app: read by everyone, on a phone and on a desk, by day and by night`, async ({ product: { url }, language, say, watch, openDesk }) => {
    // Two screens are shown because something is not there, and one link leads nowhere.
    for (const refusal of ['answer: 404 ', 'answer: 410 ']) watch.expect(refusal)
    const pages = new Map<Screen['who'], Page>()
    for (const screen of screensOf(say, town)) {
      const { who } = screen
      const page = pages.get(who) ?? (await openDesk({ reducedMotion: 'reduce' }))
      if (who && !pages.has(who)) await lendSession(page, url, town.callers[who])
      pages.set(who, page)
      await test.step(screen.name, async () => {
        await page.goto(screen.path)
        await expect(page.getByText(screen.shows).first()).toBeVisible()
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
        await screen.then?.(page)
        await lookAt(page, language, screen.name, (look) => join(root, 'test-results', 'looks', language, app, `${screen.name}-${look}.png`))
      })
    }
  })
}
