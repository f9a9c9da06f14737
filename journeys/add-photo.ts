import { expect, type Page } from '@playwright/test'
import type { Say } from './say.ts'

export interface PhotoFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Adds a photo to the office's open form, and waits until it is there. */
export async function addPhotoAtDesk(page: Page, say: Say, photo: PhotoFile) {
  const chooser = page.waitForEvent('filechooser')
  // The note's form on the same page has a button of the same name; an open act comes after it.
  await page.getByRole('button', { name: say('office.photos.add') }).last().click()
  await (await chooser).setFiles(photo)
  await expect(page.getByRole('img', { name: say('office.photos.added', { number: 1 }) })).toBeVisible()
}
