import { bodies, residents, team } from '#server/demo/cast.ts'
import { report } from '#server/test/steps.ts'
import { pick, sitDown, sitDownAgain } from './at-desk.ts'
import { signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

test('a track is given a desk and a category; whoever coordinates it has its list and its figures', async ({ product: { url }, language, say, openDesk }) => {
  const safety = language === 'zh' ? '平安法治' : 'Safety and law'
  const lights = language === 'zh' ? '路灯照明' : 'Street lights'
  const centre = bodies.centre[language]
  const wang = await signInByApi(url, residents.wang)
  await report(wang, { category: 'noise', words: '楼下商铺夜里放音响，老人睡不着。' })
  await report(wang)
  await report(wang, { category: 'care', words: '楼里没有无障碍坡道，轮椅下不来。' })

  const page = await openDesk()
  await sitDown(page, say, team.admin)
  const track = page.getByRole('region', { name: safety })
  await test.step('the administrator says who coordinates it, and that street lights go to it', async () => {
    await page.getByRole('link', { name: say('office.settings.parts.tracks'), exact: true }).click()
    await track.getByRole('button', { name: say('office.tracks.newDesk') }).click()
    const desk = track.getByRole('combobox', { name: say('office.tracks.desk') })
    await desk.click()
    await desk.fill(centre)
    await pick(page, centre)
    await page.getByRole('combobox', { name: `${lights} ${say('office.tracks.goesTo')}` }).click()
    await pick(page, safety)
    await takePicture(page, language, '191-tracks-kept', { whole: true })
    await page.getByRole('button', { name: say('office.save'), exact: true }).click()
    // What was kept is read anew.
    await expect(page.getByRole('row').filter({ hasText: lights })).toContainText(safety)
    await page.reload()
    await expect(track).toContainText(centre)
    await expect(page.getByRole('row').filter({ hasText: lights })).toContainText(safety)
  })

  const other = (await sitDownAgain(await openDesk(), say, url, await signInByApi(url, team.centre))).page
  const rows = other.getByRole('main').getByRole('table').getByRole('row')
  await test.step('who coordinates it sees in the menu how much is open, and has the list with one press', async () => {
    const entry = other.getByRole('navigation', { name: say('office.menu.label') }).getByRole('link', { name: safety })
    await expect(entry).toContainText('2')
    await entry.click()
    await expect(other).toHaveURL(/track=safety_law/)
    await expect(rows).toHaveCount(3)
    await expect(other.getByRole('navigation', { name: say('office.tracks.label') }).getByRole('link', { name: safety })).toHaveAttribute('aria-current', 'page')
    await takePicture(other, language, '192-list-of-a-track')
  })

  await test.step('its figures count the same two, and say of which track they are', async () => {
    await other.getByRole('link', { name: say('office.tracks.figures') }).click()
    await expect(other.locator('.list-total').first()).toContainText(safety)
    await expect(other.getByRole('region', { name: say('figures.page.headline') }).getByRole('link', { name: say('figures.page.openBehind', { what: say('figures.keys.received'), count: 2 }) })).toBeVisible()
    await takePicture(other, language, '193-figures-of-a-track')
  })
})
