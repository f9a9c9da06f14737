import { test as base, expect, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { copyTemplate } from './make-template.ts'
import { openProductIn, type Product } from './open-product.ts'
import { ranFile, type Ran } from './ran.ts'
import { sayIn, type Language, type Say } from './say.ts'
import { watchPages, type Watch } from './watch-page.ts'

/** What a project sets. */
export interface Settings {
  language: Language
}

interface Told {
  say: Say
  /** What went wrong in any page; the story fails of it at its end. */
  watch: Watch
  /** A phone of its own, with a thumb: nobody is signed in. */
  openPhone: (options?: BrowserContextOptions) => Promise<Page>
  /** A desk of its own: nobody is signed in. */
  openDesk: (options?: BrowserContextOptions) => Promise<Page>
  noteThatItRan: void
}

export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } satisfies BrowserContextOptions
export const desk = { viewport: { width: 1440, height: 900 } } satisfies BrowserContextOptions

export const test = base.extend<Settings & Told, { product: Product }>({
  language: ['zh', { option: true }],
  product: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from this pattern that nothing is used
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
    expect(watch.faults, 'What went wrong behind the story').toEqual([])
  },
  openPhone: async ({ browser, contextOptions, watch }, use) => {
    await opener(browser, { ...contextOptions, ...phone }, watch, use)
  },
  openDesk: async ({ browser, contextOptions, watch }, use) => {
    await opener(browser, { ...contextOptions, ...desk }, watch, use)
  },
  noteThatItRan: [
    async ({ language }, use, { title, file }) => {
      await use()
    },
    { auto: true },
  ],
})

export { expect }
