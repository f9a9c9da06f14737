import { test as base, expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import { copyTemplate } from './make-template.ts'
import { openProductIn, type Product } from './open-product.ts'
import { noteRan } from './ran.ts'
import { sayIn, type Language, type Say } from './say.ts'
import { watchPages, type Watch } from './watch-page.ts'

/** What a project sets. */
export interface Settings {
  language: Language
}

type Open = (options?: BrowserContextOptions) => Promise<Page>

interface Told {
  say: Say
  /** What went wrong in any page; the story fails of it at its end. */
  watch: Watch
  /** A phone of its own, for a thumb; nobody is signed in. */
  openPhone: Open
  /** A desk of its own; nobody is signed in. */
  openDesk: Open
  noteThatItRan: void
}

export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } satisfies BrowserContextOptions
export const desk = { viewport: { width: 1440, height: 900 } } satisfies BrowserContextOptions

/** The test of every story: a product of its own per file and language, phones, desks, and an eye on what goes wrong behind it. */
export const test = base.extend<Settings & Told, { product: Product }>({
  language: ['zh', { option: true }],
  noteThatItRan: [
    async ({ language: _ }, use, info) => {
      await use()
      noteRan({ journey: basename(info.file, '.spec.ts'), project: info.project.name, title: info.title, passed: info.status === 'passed' })
    },
    { auto: true },
  ],
  product: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that nothing is used
    async ({}, use) => {
      const folder = copyTemplate()
      const product = await openProductIn(folder)
      await use(product)
      await product.close()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ product }, use) => await use(product.url),
  say: async ({ language }, use) => await use(sayIn(language)),
  watch: async ({ language: _ }, use) => {
    const watch = watchPages()
    await use(watch)
    expect(watch.faults, 'what went wrong behind the story').toEqual([])
  },
  openPhone: async ({ browser, watch }, use) => await openEach(browser, phone, watch, use),
  openDesk: async ({ browser, watch }, use) => await openEach(browser, desk, watch, use),
})

/** Opens a new context for each page and closes them all at the end. Language, zone and address come from the project. */
async function openEach(browser: Browser, device: BrowserContextOptions, watch: Watch, use: (open: Open) => Promise<void>) {
  const contexts = new Set<{ close: () => Promise<void> }>()
  await use(async (options) => {
    const context = await browser.newContext({ ...device, ...options })
    contexts.add(context)
    await watch.follow(context)
    return await context.newPage()
  })
  for (const context of contexts) await context.close()
}

export { expect }
