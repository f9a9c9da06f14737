import { Secret, TOTP } from 'otpauth'
import type { Page } from '@playwright/test'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { act, report } from '#server/test/steps.ts'
import { deskAt, pick, sitDown, sitDownAgain } from './at-desk.ts'
import { signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import { isAtDesk } from './sign-in.ts'
import type { Say } from './say.ts'
import { expect, test } from './story.ts'

const newcomer = { zh: '林晓', login: 'linxiao', password: '路灯下的三棵银杏树都黄了', post: '线路维修工' }
const halfMinuteMs = 30_000

test('an administrator gives a post, a head gives and withdraws a right, and whoever leaves is out at once', async ({ product: { url }, language, say, watch, openDesk }) => {
  const [wang, chen, clerk] = [await signInByApi(url, residents.wang), await signInByApi(url, team.secretary), await signInByApi(url, team.clerk)]
  const id = await report(wang)
  await act(chen, 'acceptCase', id, {})
  await act(chen, 'escalateCase', id, { type: 'beyond_means', cause: '线路老化', tried: '换过灯泡' })
  await act(clerk, 'dispatchCase', id, { lead: bodies.lamps.id, assists: [] })
  const { number } = await clerk.ask('readCase', { params: { county, id } })

  const admin = await sitDown(await openDesk(), say, team.admin)
  let link = ''
  await test.step('the administrator makes a post at the lamp office', async () => {
    await settings(admin.page, say, 'posts')
    await admin.page.getByRole('button', { name: say('office.posts.new') }).click()
    await admin.field('office.posts.titleZh').fill(newcomer.post)
    await panel(admin.page).getByRole('combobox', { name: say('office.posts.body') }).click()
    await panel(admin.page).getByRole('combobox', { name: say('office.posts.body') }).fill('路灯')
    await pick(admin.page, bodies.lamps.zh)
    await panel(admin.page).getByRole('combobox', { name: say('office.posts.role') }).click()
    await pick(admin.page, say('organisation.roles.department_clerk'))
    await admin.button('office.posts.create').click()
    await expect(admin.page.getByRole('complementary', { name: newcomer.post })).toBeVisible()
  })

  await test.step('and invites somebody into it, by a link that works once', async () => {
    await settings(admin.page, say, 'people')
    await admin.page.getByRole('button', { name: say('office.people.invite') }).click()
    await panel(admin.page).getByRole('textbox', { name: say('office.people.name') }).fill(newcomer.zh)
    await panel(admin.page).getByRole('textbox', { name: say('office.people.login') }).fill(newcomer.login)
    await panel(admin.page).getByRole('combobox', { name: say('office.people.post') }).click()
    await panel(admin.page).getByRole('combobox', { name: say('office.people.post') }).fill(newcomer.post)
    await pick(admin.page, newcomer.post)
    await admin.button('office.people.inviteSubmit').click()
    link = await admin.page.locator('.one-time-url').innerText()
    await takePicture(admin.page, language, '61-invited')
  })

  const lin = deskAt(await openDesk(), say)
  await test.step('the newcomer sets a second factor and a password, and keeps the recovery codes', async () => {
    await lin.page.goto(link)
    const secret = (await lin.page.locator('.secret').innerText()).replaceAll(/\s/g, '')
    const password = lin.page.getByLabel(say('office.link.password'), { exact: true })
    const again = lin.page.getByLabel(say('office.link.passwordAgain'), { exact: true })
    await password.fill('123456')
    await expect(lin.button('office.link.confirm')).toBeDisabled()
    await password.fill(newcomer.password)
    await again.fill('路灯下的三棵银杏')
    await expect(lin.page.getByText(say('office.link.differs'))).toBeVisible()
    await again.fill(newcomer.password)
    await lin.field('office.link.code').fill(codeOf(secret, Date.now()))
    await takePicture(lin.page, language, '62-setting-up')
    await lin.button('office.link.confirm').click()
    await expect(lin.page.getByRole('heading', { name: say('office.link.codesHeading') })).toBeVisible()
    await lin.page.getByLabel(say('office.codes.kept')).check()
    await lin.button('office.link.toSignIn').click()
    await expect(lin.page.getByRole('heading', { name: say('office.signIn.heading') })).toBeVisible()
    await lin.field('office.signIn.login').fill(newcomer.login)
    await lin.page.getByLabel(say('office.signIn.password'), { exact: true }).fill(newcomer.password)
    // A code signs in once: the one before has been used for setting up.
    await lin.field('office.signIn.secondFactor').fill(codeOf(secret, Date.now() + halfMinuteMs))
    await lin.button('office.signIn.enter').click()
    await isAtDesk(lin.page, say)
  })

  await test.step('the link is used up', async () => {
    watch.expect('410 POST')
    const stranger = await openDesk()
    await stranger.goto(link)
    await expect(stranger.getByText(say('refusals.link.not_valid'))).toBeVisible()
  })

  await test.step('the newcomer takes a task, and may not say who else does it', async () => {
    await lin.open('work', number)
    await lin.take()
    await expect(lin.page.getByRole('button', { name: say('office.acts.assign.change') })).toBeHidden()
  })

  const head = await sitDown(await openDesk(), say, team.lampsHead)
  await test.step('the head of the lamp office lets them act as head, with an end and a reason', async () => {
    const acting = say('office.grants.role', { role: say('organisation.roles.department_head') })
    await settings(head.page, say, 'grants')
    await head.page.getByRole('button', { name: say('office.grants.new') }).click()
    await panel(head.page).getByRole('combobox', { name: say('office.people.post') }).click()
    await panel(head.page).getByRole('combobox', { name: say('office.people.post') }).fill(newcomer.post)
    await pick(head.page, newcomer.post)
    await panel(head.page).getByRole('combobox', { name: say('office.grants.action') }).click()
    await panel(head.page).getByRole('combobox', { name: say('office.grants.action') }).fill(acting)
    await pick(head.page, acting)
    await panel(head.page).getByLabel(say('office.posts.lastDay')).fill('2099-12-31')
    await panel(head.page).getByLabel(say('office.grants.reportAfterwards')).check()
    await panel(head.page).getByLabel(say('office.settings.reason')).fill('所长休假期间代理')
    await head.button('office.grants.give').click()
    await expect(head.page.getByRole('row').filter({ hasText: newcomer.post })).toContainText('2099')
    await takePicture(head.page, language, '63-a-right-is-given')
    await lin.page.reload()
    await expect(lin.page.getByRole('button', { name: say('office.acts.assign.change') })).toBeVisible()
  })

  await test.step('what is done by that right is reported to the head, who notes it seen', async () => {
    await lin.begin('assign')
    await lin.choose('office.acts.assign.person', newcomer.zh)
    await lin.send('assign')
    await lin.done('assign')
    await head.page.goto(`${url}/office/${county}/decisions?side=reports`)
    const line = head.page.getByRole('listitem').filter({ hasText: number })
    await expect(line).toContainText(newcomer.zh)
    await expect(line).toContainText(say('office.reports.kinds.task.assigned'))
    await takePicture(head.page, language, '157-reported-afterwards')
    await line.getByRole('button', { name: say('office.reports.note') }).click()
    await expect(head.page.getByText(say('office.reports.none'))).toBeVisible()
    await head.page.getByLabel(say('office.reports.withSeen')).check()
    await expect(line).toContainText(say('office.reports.seen'))
    await line.getByRole('link', { name: say('office.reports.grant') }).click()
  })

  await test.step('and takes it back: it is gone at once', async () => {
    await endWith(head.page, say, 'office.grants.withdraw', '所长已回来上班')
    await head.page.getByLabel(say('office.grants.withWithdrawn')).check()
    await expect(head.page.getByRole('row').filter({ hasText: newcomer.post })).toContainText(say('office.grants.withdrawn'))
    await lin.page.reload()
    await expect(lin.page.getByRole('article')).toContainText(number)
    await expect(lin.page.getByRole('button', { name: say('office.acts.assign.change') })).toBeHidden()
  })

  await test.step('the newcomer leaves: their session ends while they are at work', async () => {
    await settings(admin.page, say, 'people')
    await admin.page.getByRole('button', { name: newcomer.zh }).click()
    await endWith(admin.page, say, 'office.people.leave', '调往外单位')
    await expect(admin.page.getByRole('button', { name: newcomer.zh })).toBeHidden()
    await admin.page.getByLabel(say('office.people.withLeft')).check()
    await expect(admin.page.getByRole('row').filter({ hasText: newcomer.zh })).toContainText(say('organisation.staffStates.left'))
    watch.expect('401 ')
    await lin.button('office.acts.report.title').click()
    await lin.page.getByRole('radio', { name: say('casework.outcomes.solved') }).check()
    await lin.field('office.acts.report.words').fill('线路已换好')
    await lin.send('report')
    await expect(lin.page.getByRole('heading', { name: say('office.signIn.heading') })).toBeVisible()
  })

  await test.step('the open task is back at the lamp office, and the trail says who did what', async () => {
    const wu = await sitDownAgain(await openDesk(), say, url, await signInByApi(url, team.lamps))
    await wu.open('work', number)
    const story = wu.page.locator('.story')
    await expect(story).toContainText(say('casework.steps.task.rehomed', { other: bodies.lamps[language] }))
    const taken = story.getByRole('listitem').filter({ hasText: say('casework.steps.task.taken', { body: bodies.lamps[language] }) })
    await expect(taken).toContainText(newcomer.zh)
    await takePicture(wu.page, language, '64-back-at-the-body')
    await wu.take()
  })
})

const codeOf = (secret: string, at: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })

const panel = (page: Page) => page.getByRole('complementary')

/** Opens a part of the settings. Each press waits for its page, since the parts stand in a row above every one of them. */
async function settings(page: Page, say: Say, part: string) {
  const parts = page.getByRole('navigation', { name: say('office.settings.label') })
  const link = parts.getByRole('link', { name: say(`office.settings.parts.${part}`), exact: true })
  if (!(await parts.isVisible())) await page.getByRole('link', { name: say('office.menu.settings') }).click()
  await link.click()
  await expect(link).toHaveAttribute('aria-current', 'page')
  await expect(panel(page)).toBeHidden()
}

/** Unfolds what ends something, says why, and does it. */
async function endWith(page: Page, say: Say, key: string, reason: string) {
  const fold = panel(page).getByRole('group').filter({ has: page.getByText(say(key), { exact: true }) })
  await fold.getByText(say(key), { exact: true }).first().click()
  await fold.getByLabel(say('office.settings.reason')).fill(reason)
  await fold.getByRole('button', { name: say(key) }).click()
}
