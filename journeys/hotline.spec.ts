import { bodies, county, team } from '#server/demo/cast.ts'
import { sitDownAgain } from './at-desk.ts'
import { lendSession, signInByApi, signInResident } from './by-api.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

const phone = '13912345678'
const called = {
  zh: { name: '马奶奶', words: '8 幢电梯停了两天，老人下不了楼，买菜都要邻居带。', again: '8 幢电梯还是没有修，老人下不了楼，请快一点。', category: '物业', place: '梧桐', address: '梧桐里 8 幢 1 单元' },
  en: { name: 'Mrs Ma', words: 'The lift in building 8 has stood still for two days; an old woman can’t get down.', again: 'The lift in building 8 is still not repaired; the old woman can’t get down.', category: 'Property', place: 'Wutong', address: 'Building 8, entrance 1' },
}

test('the hotline: a call is written down by keyboard alone, lies at its desk, and its caller finds it', async ({ product: { url }, language, say, openDesk, openPhone }) => {
  const told = called[language]
  const xu = await lendSession(await openDesk(), url, await signInByApi(url, team.centre))
  const keys = xu.keyboard
  const type = async (words: string) => {
    await keys.press('Tab')
    await keys.type(words)
  }
  const choose = async (words: string) => {
    await type(words)
    await expect(xu.locator('.ant-select-item-option-active:visible', { hasText: words })).toBeVisible()
    await keys.press('Enter')
  }
  const number = xu.locator('.entered-number strong')
  let first = ''
  let second = ''

  await test.step('the telephone system opens the page with the number, which does not stay in the address', async () => {
    await xu.goto(`/office/${county}/entry?phone=%2B86${phone}`)
    await expect(xu.getByLabel(say('office.entry.phone'))).toHaveValue(phone)
    await expect(xu.getByText(say('office.entry.caller.unknown'))).toBeVisible()
    await expect(xu).toHaveURL(`${url}/office/${county}/entry`)
    await expect(xu.getByLabel(say('office.entry.phone'))).toBeFocused()
  })

  await test.step('everything is typed without a mouse, and outlives a reload', async () => {
    await type(told.name)
    await type(told.words)
    await choose(told.category)
    await choose(told.place)
    await type(told.address)
    await xu.reload()
    await expect(xu.getByLabel(say('office.entry.words'))).toHaveValue(told.words)
    await expect(xu.getByRole('heading', { name: say('office.entry.script.heading') })).toBeVisible()
    await takePicture(xu, language, '101-hotline-desk')
    await keys.press('Control+Enter')
    await expect(number).toBeVisible()
    first = await number.innerText()
    await takePicture(xu, language, '102-number-to-read-out')
  })

  await test.step('N takes the next call: the same number is known, and so is what it said', async () => {
    await keys.press('n')
    await expect(xu.getByLabel(say('office.entry.phone'))).toBeFocused()
    await keys.type(phone)
    await expect(xu.getByRole('region', { name: say('office.entry.caller.heading') })).toContainText(first)
    await keys.press('Tab')
    await type(told.again)
    await choose(told.category)
    await choose(told.place)
    await expect(xu.getByRole('region', { name: say('office.entry.similar.heading') })).toContainText(first)
    await takePicture(xu, language, '103-known-caller')
    await keys.press('Control+Enter')
    await expect(number).not.toHaveText(first)
    second = await number.innerText()
  })

  await test.step('it lies at the desk of its place', async () => {
    const chen = await sitDownAgain(await openDesk(), say, url, await signInByApi(url, team.secretary))
    await chen.open('intake', first)
    await expect(chen.page.getByText(say('casework.channels.hotline')).first()).toBeVisible()
    await expect(chen.page.locator('.case')).not.toContainText(phone)
    await expect(chen.page.locator('.case')).toContainText(bodies.wutong[language])
    await expect(chen.page.getByText(say('office.case.repeats.person', { count: 1 }))).toBeHidden()
    await chen.open('intake', second)
    await expect(chen.page.getByText(say('office.case.repeats.person', { count: 1 }))).toBeVisible()
    await takePicture(chen.page, language, '156-repeat-caller')
  })

  await test.step('whoever signs in with that number finds it', async () => {
    const own = await lendSession(await openPhone(), url, await signInResident(url, phone))
    await own.goto('/matters')
    await expect(own.getByText(told.again.slice(0, language === 'zh' ? 12 : 30))).toBeVisible()
    await own.getByText(told.words.slice(0, language === 'zh' ? 12 : 30)).click()
    await expect(own.getByRole('heading', { level: 1 })).toContainText(first)
  })
})
