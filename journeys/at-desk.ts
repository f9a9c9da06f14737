import { expect, type Page } from '@playwright/test'
import type { CaseList } from '#contract/cases.ts'
import type { CastStaff } from '#server/demo/cast.ts'
import type { Caller } from '#server/test/town.ts'
import { lendSession } from './by-api.ts'
import type { PhotoFile } from './photograph.ts'
import type { Say } from './say.ts'
import { isAtDesk, signInAtDesk } from './sign-in.ts'

export type Desk = ReturnType<typeof deskAt>

/** Chooses from the list that is open. One that is still closing may hold the same name, so it is waited for. */
export async function pick(page: Page, name: string) {
  const open = page.locator('.ant-select-dropdown:visible')
  await expect(open).toHaveCount(1)
  await open.getByText(name).first().click()
}

/** Somebody of the cast sits down at a desk and signs in. */
export async function sitDown(page: Page, say: Say, who: Pick<CastStaff, 'login'>): Promise<Desk> {
  await signInAtDesk(page, say, who.login)
  return deskAt(page, say)
}

/** Somebody who has signed in before comes back to their desk. */
export async function sitDownAgain(page: Page, say: Say, url: string, who: Caller): Promise<Desk> {
  await lendSession(page, url, who)
  await page.goto('/office/')
  await isAtDesk(page, say)
  return deskAt(page, say)
}

/** What a person does at the office, in the office's own words. */
export function deskAt(page: Page, say: Say) {
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true })
  const field = (key: string) => page.getByRole('textbox', { name: say(key) })
  const act = (name: string) => page.getByRole('form', { name: say(`office.acts.${name}.title`), exact: true })
  return {
    page,
    button,
    field,
    /** Opens a case from one of the lists. */
    async open(list: CaseList, number: string) {
      await page.getByRole('navigation', { name: say('office.menu.label') }).getByRole('link', { name: say(`office.menu.${list}`) }).click()
      // The list before may show the same row.
      await expect(page.getByRole('heading', { level: 1, name: say(`office.menu.${list}`), exact: true })).toBeVisible()
      await page.getByRole('row').filter({ hasText: number }).getByRole('link').click()
      await expect(page.getByRole('article')).toContainText(number)
    },
    /** Begins an act: its form comes in the place of the list of acts. */
    async begin(name: string) {
      await button(`office.acts.${name}.title`).click()
      await expect(act(name)).toBeVisible()
    },
    async send(name: string) {
      await act(name).getByRole('button', { name: say(`office.acts.${name}.submit`), exact: true }).click()
    },
    /** The office says that it is done. */
    done: async (name: string) => await expect(page.getByText(say(`office.acts.${name}.done`))).toBeVisible(),
    async take() {
      await button('office.acts.take.title').click()
      await expect(page.getByText(say('office.acts.take.done'))).toBeVisible()
    },
    /** Chooses from a list by a part of the name. */
    async choose(label: string, name: string) {
      const list = page.getByRole('combobox', { name: say(label), exact: true })
      await list.click()
      await list.fill(name)
      await pick(page, name)
    },
    /** Adds a photo to the act that is open, and waits until it is there. */
    async addPhoto(photo: PhotoFile) {
      const chooser = page.waitForEvent('filechooser')
      await page.locator('.act-form').getByRole('button', { name: say('office.photos.add') }).click()
      await (await chooser).setFiles(photo)
      await expect(page.getByRole('img', { name: say('office.photos.added', { number: 1 }) })).toBeVisible()
    },
  }
}
