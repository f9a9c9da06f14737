import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { findMissingGlyphs } from './missing-glyph.ts'
import type { Language } from './say.ts'

export const sizes = { phone: { width: 360, height: 780 }, desk: { width: 1440, height: 900 } } as const
type Size = keyof typeof sizes
type Light = 'light' | 'dark'

/**
 * Each language on each size by one light, so that every pair of language, size and light is seen, in half the looks.
 * LOOKS=all sees all eight.
 */
const lightsOf: Record<Language, Record<Size, readonly Light[]>> =
  process.env.LOOKS === 'all'
    ? { zh: { phone: ['light', 'dark'], desk: ['light', 'dark'] }, en: { phone: ['light', 'dark'], desk: ['light', 'dark'] } }
    : { zh: { phone: ['light'], desk: ['dark'] }, en: { phone: ['dark'], desk: ['light'] } }

/**
 * Looks at the page as it is, on a phone and on a desk. Everything that is wrong is said at once.
 * @param file where to put the pictures, to be looked at by eye: `-phone-light.png` and so on is added
 */
export async function lookAt(page: Page, language: Language, name: string, file: (look: string) => string) {
  for (const size of ['phone', 'desk'] as const) {
    for (const light of lightsOf[language][size]) {
      const look = `${name}, ${size}, ${light}`
      await page.setViewportSize(sizes[size])
      await page.emulateMedia({ colorScheme: light })
      await page.evaluate(comeToRest)
      const { violations } = await axeOn(page)
      expect.soft(violations.map(inWords), look).toEqual([])
      expect.soft(await page.evaluate(tooWide), `${look}: what reaches beyond the edge`).toEqual([])
      const path = file(`${size}-${light}`)
      mkdirSync(dirname(path), { recursive: true })
      await page.screenshot({ path, animations: 'disabled', scale: 'css' })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  expect.soft(await findMissingGlyphs(page), `${name}: characters that no font draws`).toEqual([])
}

/** Half a megabyte of source is put into the page once, not for every look at it. */
async function axeOn(page: Page) {
  const isThere = await page.evaluate(() => 'axe' in window)
  return await new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze()
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

const inWords = ({ id, impact, help, nodes }: Violation) =>
  `${impact} ${id}: ${help}: ${nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`).join('; ')}`

/** In the browser: waits until nothing moves any more. What moves for ever is left out. */
async function comeToRest() {
  await document.fonts.ready
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const ending = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
  await Promise.all(ending.map(({ finished }) => finished.catch(() => {})))
}

/**
 * In the browser: what makes the page wider than its window, so that it would scroll sideways, and what is cut off at the
 * left edge, where nobody can scroll to.
 */
function tooWide(): string[] {
  const width = document.documentElement.clientWidth
  const isTooWide = document.documentElement.scrollWidth > width
  // What lies in a part that scrolls by itself is not cut off, and widens nothing.
  const isHeld = (one: Element) => {
    for (let around = one.parentElement; around && around !== document.body; around = around.parentElement) if (getComputedStyle(around).overflowX !== 'visible') return true
    return false
  }
  const reaching = [...document.querySelectorAll('body *')].filter((one) => {
    const { left, right } = one.getBoundingClientRect()
    const isOver = isTooWide && right > width + 0.5
    const isCutOff = left < -0.5 && right > 1 && one.checkVisibility() && getComputedStyle(one).clipPath === 'none'
    return (isOver || isCutOff) && !isHeld(one)
  })
  if (isTooWide && reaching.length === 0) return ['the page']
  return reaching.slice(0, 8).map(({ tagName, className }) => `${tagName.toLowerCase()}.${String(className)}`)
}
