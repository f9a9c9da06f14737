import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhatIsStale } from '../launch/build.js'
import { openProductIn } from './open-product.ts'

const named = 'JOURNEYS_TEMPLATE'

/** Before all stories: builds the apps and starts the product once, so that every story begins with a copy of its first day. */
export default async function makeTemplate() {
  if (!(await buildWhatIsStale())) throw new Error('The apps could not be built; Vite says why above.')
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-template-'))
  const product = await openProductIn(folder)
  await product.close()
  process.env[named] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

/** A folder of data as it is after the first start. */
export function copyTemplate(): string {
  const template = process.env[named]
  if (!template) throw new Error('The template is made by the global set-up of journeys/playwright.config.ts')
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-journey-'))
  cpSync(template, folder, { recursive: true })
  return folder
}
