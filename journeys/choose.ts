import type { Page } from '@playwright/test'

/** Chooses from one of the office's lists as most people do there: a few letters of the name, then Enter. */
export async function choose(page: Page, label: string, name: string) {
  const list = page.getByRole('combobox', { name: label, exact: true })
  await list.click()
  await list.fill(name)
  await page.locator('.ant-select-dropdown:visible').getByTitle(name, { exact: true }).click()
}
