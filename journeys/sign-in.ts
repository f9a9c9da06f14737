import { expect, type Page } from '@playwright/test'
import type { Say } from './say.ts'

/** From the asking for a number on: number, consent, and the code that the demo shows. */
export async function proveNumber(page: Page, say: Say, phone: string) {
  await page.getByRole('textbox', { name: say('resident.signIn.phone') }).fill(phone)
  await page.getByLabel(say('resident.privacy.agree')).check()
  await page.getByRole('button', { name: say('resident.signIn.sendCode') }).tap()
  await page.locator('.demo-code').getByRole('button').tap()
}

/** Signs in on the phone, for its own sake. */
export async function signInOnPhone(page: Page, say: Say, phone: string) {
  await page.goto('/sign-in')
  await proveNumber(page, say, phone)
  await expect(page.getByRole('link', { name: say('resident.report.title') })).toBeVisible()
}

/** Signs in at the office by touching the demo account, which fills in everything. */
export async function signInAtDesk(page: Page, say: Say, login: string) {
  await page.goto('/office/')
  await page.getByRole('button', { name: login }).click()
  await page.getByRole('button', { name: say('office.signIn.enter'), exact: true }).click()
  await isAtDesk(page, say)
}

/** The menu is there, and the page that the start leads to: a press before that would be overtaken by it. */
export async function isAtDesk(page: Page, say: Say) {
  await expect(page.getByRole('navigation', { name: say('office.menu.label') })).toBeVisible()
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
}
