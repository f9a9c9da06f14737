import { parse } from 'csv-parse/sync'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { county, team } from '#server/demo/cast.ts'
import { signInByApi } from './by-api.ts'
import { sitDown, sitDownAgain } from './at-desk.ts'
import { openProductIn, type Product } from './open-product.ts'
import { playPastMonths } from './past-months.ts'
import { takePicture } from './picture.ts'
import { expect, test as base } from './story.ts'

/** A product whose county has worked for some weeks. */
const test = base.extend<object, { product: Product }>({
  product: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that nothing is used
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'gongzhi-months-'))
      await playPastMonths(folder)
      const product = await openProductIn(folder)
      await use(product)
      await product.close()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 400_000 },
  ],
})

test('the head sees what is bad, presses the number, has just these cases, and takes them along', async ({ product: { url }, language, say, openDesk }) => {
  const page = await openDesk({ acceptDownloads: true })
  const desk = await sitDown(page, say, team.centre)
  const picture = (name: string, whole = false) => takePicture(page, language, name, { whole })
  const menu = page.getByRole('navigation', { name: say('office.menu.label') })
  const attention = page.getByRole('region', { name: say('figures.page.attention') })
  const lines = page.getByRole('table').getByRole('row')
  let count = 0

  await test.step('opens the figures: what needs attention comes first', async () => {
    await menu.getByRole('link', { name: say('office.menu.figures') }).click()
    await expect(page.getByRole('heading', { level: 1, name: say('figures.title') })).toBeVisible()
    await page.getByRole('button', { name: say('figures.page.kinds.year'), exact: true }).click()
    await expect(attention.getByRole('listitem').first()).toContainText('%')
    await picture('81-figures', true)
  })

  await test.step('asks how the response rate is counted, and is told', async () => {
    const rate = page.getByRole('region', { name: say('figures.page.headline') }).locator('.rate').first()
    await rate.getByText(say('figures.how')).click()
    await expect(rate.getByText(say('figures.definitions.reply'))).toBeVisible()
    await picture('82-how-it-is-counted')
    await rate.getByText(say('figures.how')).click()
  })

  await test.step('presses the number of overdue replies and sees just these', async () => {
    const number = attention.getByRole('listitem').filter({ hasText: say('figures.keys.reply.late') }).getByRole('link')
    count = Number(await number.innerText())
    await number.click()
    await expect(page.getByRole('heading', { level: 1, name: say('figures.keys.reply.late') })).toBeVisible()
    await expect(lines).toHaveCount(count + 1)
    await expect(lines.filter({ hasText: say('figures.lines.yes') })).toHaveCount(count)
    await picture('83-cases-behind')
  })

  await test.step('takes them along as a file that holds just these', async () => {
    const shown = await page.locator('tbody .cell-number').allInnerTexts()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: say('figures.page.exportCsv') }).click()
    const file = await coming
    expect(file.suggestedFilename()).toMatch(/\.csv$/)
    const rows: string[][] = parse(readFileSync(await file.path()), { bom: true })
    expect(rows.slice(1).map(([number]) => number)).toEqual(shown)
    expect(rows.flat().join()).not.toContain('路灯坏了')
    const workbook = page.waitForEvent('download')
    await page.getByRole('button', { name: say('figures.page.exportXlsx') }).click()
    expect((await workbook).suggestedFilename()).toMatch(/\.xlsx$/)
  })

  await test.step('opens one of them, and comes back to the figures of the same year', async () => {
    await lines.nth(1).getByRole('link').click()
    await expect(page.getByRole('article')).toBeVisible()
    await page.goBack()
    await page.getByRole('link', { name: say('figures.page.back') }).click()
    await expect(page.getByRole('button', { name: say('figures.page.kinds.year'), exact: true })).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('narrows it to a body and a category: the numbers follow, and stay in the address', async () => {
    await desk.choose('figures.category', language === 'zh' ? '供电' : 'Electricity')
    await expect(page).toHaveURL(/category=power/)
    await expect(page.locator('.list-total')).toContainText(language === 'zh' ? '供电' : 'Electricity')
    await page.reload()
    await expect(page.locator('.list-total')).toContainText(language === 'zh' ? '供电' : 'Electricity')
    await page.getByRole('button', { name: say('office.filters.clear') }).click()
    await expect(page).not.toHaveURL(/category/)
  })

  await test.step('sees three views of the same work apart, and what was said before: its number opens just these', async () => {
    const said = page.getByRole('region', { name: say('figures.page.said') })
    await expect(said.getByRole('row').filter({ hasText: say('figures.page.saidBy.resident') })).toContainText('%')
    await expect(said.getByRole('rowheader', { name: say('figures.page.saidBy.sample'), exact: true })).toBeVisible()
    await said.scrollIntoViewIfNeeded()
    await picture('84-three-views')
    const repeats = page.getByRole('region', { name: say('figures.page.turns') }).getByRole('row').filter({ hasText: say('figures.rates.byCaller') }).getByRole('link').first()
    const many = Number(await repeats.innerText())
    await repeats.click()
    await expect(page.locator('.list-total').first()).toContainText(String(many))
    await page.getByRole('link', { name: say('figures.page.back') }).click()
  })

  await test.step('a month before anything happened says so, and shows no share of nothing', async () => {
    await page.goto(`/office/${county}/figures?period=2001-01`)
    await expect(page.getByText(say('figures.page.nothing'))).toBeHidden()
    await expect(page.locator('.rate-share').first()).toHaveText('—')
  })

  await test.step('the head of a department sees what counts for it alone', async () => {
    const other = await sitDownAgain(await openDesk(), say, url, await signInByApi(url, team.lampsHead))
    await other.page.goto(`/office/${county}/figures`)
    await expect(other.page.locator('.list-total')).toContainText(language === 'zh' ? team.lampsHead.body.zh : team.lampsHead.body.en)
    await expect(other.page.getByRole('combobox', { name: say('figures.body') })).toHaveCount(0)
  })

  await test.step('whoever lives there reads the month that is over without signing in: the rates, and what was left out and why', async () => {
    const anybody = await openDesk()
    await anybody.setViewportSize({ width: 390, height: 844 })
    await anybody.goto('/me')
    await anybody.getByRole('link', { name: say('resident.publicFigures.title') }).click()
    await expect(anybody.getByRole('heading', { level: 1, name: say('resident.publicFigures.title') })).toBeVisible()
    await expect(anybody.locator('.public-share').first()).toContainText('%')
    await anybody.getByText(say('resident.publicFigures.how')).click()
    await expect(anybody.getByText(say('resident.publicFigures.means.reply'))).toBeVisible()
    const leftOut = anybody.getByRole('region', { name: say('resident.publicFigures.excluded'), exact: true })
    await expect(leftOut).toContainText(language === 'zh' ? team.centre.body.zh : team.centre.body.en)
    await expect(leftOut.getByRole('listitem').first()).toBeVisible()
    await expect(anybody.getByRole('region', { name: say('resident.publicFigures.bodies') }).getByRole('listitem').first()).toContainText('%')
    await expect(anybody.getByRole('button', { name: say('resident.publicFigures.later') })).toBeDisabled()
    await anybody.getByText(say('resident.publicFigures.how')).click()
    await takePicture(anybody, language, '85-for-everybody', { whole: true })
    await anybody.getByRole('button', { name: say('resident.publicFigures.earlier') }).click()
    await expect(anybody).toHaveURL(/month=/)
    await expect(anybody.getByRole('button', { name: say('resident.publicFigures.later') })).toBeEnabled()
  })
})
