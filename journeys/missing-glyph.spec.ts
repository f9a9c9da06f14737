import { chromium } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { findMissingGlyphs } from './missing-glyph.ts'
import { expect, test } from './story.ts'

const words = '<p style="font: 20px sans-serif">身边的事，说一声。谁在办，看得见。</p><input placeholder="详细地址">'

test('Chinese words are drawn where there is a font for them', async ({ openPhone }) => {
  const page = await openPhone()
  await page.setContent(words)
  expect(await findMissingGlyphs(page)).toEqual([])
})

test('a character that no font draws is found', async ({ openPhone }) => {
  const page = await openPhone()
  await page.setContent(`${words}<p>东边\uE5C7的灯</p>`)
  expect(await findMissingGlyphs(page)).toEqual([expect.stringContaining('\uE5C7')])
})

test('every character is found on a machine without a Chinese font', async ({ launchOptions }, info) => {
  const fonts = info.outputPath('fonts.conf')
  mkdirSync(dirname(fonts), { recursive: true })
  writeFileSync(fonts, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts/truetype</dir><cachedir>${info.outputPath('cache')}</cachedir></fontconfig>`)
  const browser = await chromium.launch({ ...launchOptions, env: { ...process.env, FONTCONFIG_FILE: fonts } })
  const page = await browser.newPage()
  await page.setContent(words)
  expect((await findMissingGlyphs(page)).length).toBeGreaterThan(10)
  await browser.close()
})
