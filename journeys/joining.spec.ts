import { team } from '#server/demo/cast.ts'
import { sitDown } from './at-desk.ts'
import { takePicture } from './picture.ts'
import { proveNumber } from './sign-in.ts'
import { expect, test } from './story.ts'

const newcomer = { phone: '13800001001', name: '林桂芳', address: '梧桐里 9 号 2 幢 302' }

test('a newcomer scans the code in the stairway, asks to join, is verified by the committee, and is in', async ({ language, say, openPhone, openDesk }) => {
  const committee = await sitDown(await openDesk(), say, team.secretary)
  let link = ''

  await test.step('the committee opens the sheet with its code, to be printed and posted up', async () => {
    const { page } = committee
    await page.getByRole('link', { name: say('office.menu.memberships') }).click()
    await page.getByRole('link', { name: say('office.code.open') }).click()
    // Both pages have a chooser of the same name.
    await expect(page.getByRole('heading', { level: 1, name: say('office.code.open') })).toBeVisible()
    await page.getByRole('combobox', { name: say('office.memberships.village') }).click()
    const tree = page.locator('.ant-select-dropdown:visible')
    await tree.locator('.ant-select-tree-treenode').filter({ hasText: '春晖街道' }).locator('.ant-select-tree-switcher').click()
    await tree.getByText('梧桐社区', { exact: true }).click()
    await expect(page.getByRole('img', { name: say('office.code.alt', { village: '梧桐社区' }) })).toBeVisible()
    await takePicture(page, language, '21-code-to-post-up')
    link = await page.locator('.poster .figures').innerText()
  })

  const phone = await openPhone()
  await test.step('the newcomer follows it, signs in with their number, and asks to join', async () => {
    await phone.goto(link)
    await expect(phone.getByRole('heading', { name: '梧桐社区' })).toBeVisible()
    await proveNumber(phone, say, newcomer.phone)
    await phone.getByRole('radio', { name: say('resident.membership.kinds.tenant') }).check()
    await phone.getByRole('textbox', { name: say('resident.me.name') }).fill(newcomer.name)
    await phone.getByRole('button', { name: say('resident.join.ask') }).tap()
    await expect(phone.getByText(say('resident.join.addressMissing'))).toBeVisible()
    await phone.getByRole('textbox', { name: say('resident.join.address') }).fill(newcomer.address)
    await takePicture(phone, language, '22-asking-to-join')
    await phone.getByRole('button', { name: say('resident.join.ask') }).tap()
    await expect(phone.getByText(say('resident.join.asked'))).toBeVisible()
    await phone.getByRole('link', { name: say('resident.frame.toHome') }).tap()
    await expect(phone.getByText(say('resident.home.asked'))).toBeVisible()
  })

  await test.step('the committee sees who asks, masked, opens the flat to compare it with its books, and verifies', async () => {
    const { page } = committee
    await page.getByRole('link', { name: say('office.menu.memberships') }).first().click()
    const asked = page.locator('.membership').filter({ hasText: '林**' })
    await expect(asked).not.toContainText(newcomer.phone)
    await expect(asked).not.toContainText('302')
    await asked.getByRole('button', { name: say('office.opening.open', { label: say('office.case.people.address') }) }).click()
    await asked.getByRole('radio', { name: say('personal.openingPurposes.verify') }).check()
    await asked.getByRole('button', { name: say('office.opening.show') }).click()
    await expect(asked).toContainText(newcomer.address)
    await takePicture(page, language, '23-to-be-verified')
    await asked.getByRole('button', { name: say('office.memberships.verify') }).click()
    await expect(page.getByText(say('office.memberships.none.asked'))).toBeVisible()
  })

  await test.step('the newcomer is told without asking, and is in', async () => {
    await expect(phone.getByText(say('resident.home.asked'))).toBeHidden()
    await expect(phone.getByRole('heading', { level: 1, name: '梧桐社区' })).toBeVisible()
    await phone.getByRole('link', { name: say('resident.frame.tabs.me') }).tap()
    await expect(phone.getByText(say('resident.membership.states.verified'))).toBeVisible()
    await phone.goto(link)
    await expect(phone.getByText(say('resident.join.isMember'))).toBeVisible()
  })
})
