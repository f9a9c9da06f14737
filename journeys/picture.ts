import { expect, type Page } from '@playwright/test'
import { mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { root } from '../node24.js'
import { findMissingGlyphs } from './missing-glyph.ts'
import type { Language } from './say.ts'

const bytesMax = 256 * 1024

/** Beside the tests' other results, unless the pictures of the documentation are to be taken anew: PICTURES=docs. */
const album = process.env.PICTURES === 'docs' ? join(root, 'docs', 'pictures') : join(root, 'test-results', 'pictures')

/**
 * Takes a picture of what is on the screen. Fails where a character on it is only a box.
 * @param name stable, since the documentation shows it: '03-receipt'
 * @param whole the whole page rather than what the screen holds
 */
export async function takePicture(page: Page, language: Language, name: string, { whole = false } = {}) {
  await page.evaluate(() => document.fonts.ready)
  await expect.poll(() => page.evaluate(areImagesThere), 'pictures on the page').toBe(true)
  expect(await findMissingGlyphs(page), 'characters that no font draws').toEqual([])
  const taken = whole ? await ofWholePage(page) : await page.screenshot({ animations: 'disabled' })
  const file = join(album, language, `${name}.png`)
  mkdirSync(dirname(file), { recursive: true })
  await sharp(taken).png({ palette: true, quality: 90, effort: 8, compressionLevel: 9 }).toFile(file)
  expect(statSync(file).size, `${name} is small enough to keep`).toBeLessThan(bytesMax)
}

/** The screen is made as high as the page, since bars that stick to its edges would else lie across the words. */
async function ofWholePage(page: Page) {
  const before = page.viewportSize()!
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ ...before, height })
  const taken = await page.screenshot({ animations: 'disabled', scale: 'css' })
  await page.setViewportSize(before)
  return taken
}

/** In the browser: every picture in sight has come. */
function areImagesThere(): boolean {
  const inSight = ({ top, bottom }: DOMRect) => bottom > 0 && top < innerHeight
  return [...document.images].every((image) => !inSight(image.getBoundingClientRect()) || (image.complete && image.naturalWidth > 0))
}
