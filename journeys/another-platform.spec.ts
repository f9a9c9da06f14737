import type { Page } from '@playwright/test'
import { rmSync } from 'node:fs'
import { bodies, team } from '#server/demo/cast.ts'
import { csvOf, mapping, row } from '#server/test/import-file.ts'
import { act } from '#server/test/steps.ts'
import { sitDownAgain } from './at-desk.ts'
import { signInByApi } from './by-api.ts'
import { copyTemplate } from './make-template.ts'
import { freePort, openProductIn, type Product } from './open-product.ts'
import { openPartner } from './partner.ts'
import { takePicture } from './picture.ts'
import { expect, test as base } from './story.ts'

type Partner = Awaited<ReturnType<typeof openPartner>>

/** A product whose operator named the partner's host, and the partner. */
const test = base.extend<object, { product: Product; partner: Partner }>({
  partner: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that nothing is used
    async ({}, use) => {
      const partner = await openPartner(await freePort())
      await use(partner)
      await partner.close()
    },
    { scope: 'worker' },
  ],
  product: [
    async ({ partner }, use) => {
      const folder = copyTemplate()
      const product = await openProductIn(folder, { env: { HOOK_HOSTS: new URL(partner.hook).host } })
      await use(product)
      await product.close()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

const { answer: _, ...fields } = mapping.fields
const ofOrders = { ...mapping, format: 'jsonl', fields, source: 'city-12345' }
const tale = {
  zh: { name: '市 12345 平台', words: '梧桐里 3 幢门口路灯不亮，晚上很黑。', report: '已更换灯泡，恢复照明。', answer: '路灯已修好，感谢来电。', second: '梧桐里南门路灯不亮。' },
  en: { name: 'City hotline 12345', words: 'The lamp at building 3 is dark at night.', report: 'The bulb was replaced; it is lit again.', answer: 'The lamp has been repaired. Thank you.', second: 'The lamp at the south gate is dark.' },
}
const orderOf = (no: string, text: string) => ({ no, time: '2026-11-16 09:30:00', text, who: 'U1', district: '梧桐' })
const fileOf = (name: string, mimeType: string, text: string | Buffer) => ({ name, mimeType, buffer: Buffer.from(text) })

test('another platform’s order comes in signed, is handled, and it hears of each step; what failed is sent again, and a file brings the rest', async ({ product: { url }, partner, language, say, watch, openDesk }) => {
  watch.expect('422 POST') // an address in the house
  const told = tale[language]
  const picture = (page: Page, name: string) => takePicture(page, language, name)
  const admin = await sitDownAgain(await openDesk(), say, url, await signInByApi(url, team.admin))
  const panel = admin.page.getByRole('complementary')
  let address = ''

  await test.step('the office lets the platform in: orders, how they are read, and where it wants to hear', async () => {
    await admin.page.goto(`${url}/office/3/settings/exchange`)
    await admin.button('exchange.clients.new').click()
    await admin.field('exchange.clients.name').fill(told.name)
    await admin.page.getByRole('checkbox', { name: say('exchange.doors.open311') }).uncheck()
    await admin.page.getByRole('checkbox', { name: say('exchange.doors.orders') }).check()
    await chooseFile(admin.page, say('exchange.clients.mapping'), fileOf('mapping.json', 'application/json', JSON.stringify(ofOrders)))
    await admin.field('exchange.clients.hook').fill('http://10.0.0.8/progress')
    await admin.button('exchange.clients.make').click()
    await expect(admin.page.getByText(say('refusals.client.bad_address'))).toBeVisible()
    await admin.field('exchange.clients.hook').fill(partner.hook)
    await picture(admin.page, '150-new-platform')
    // By a part of its name: the sign that it was sending may stand in it still, unseen.
    await panel.getByRole('button', { name: say('exchange.clients.make') }).click()
    await expect(panel.getByText(say('exchange.secret.title'))).toBeVisible()
    const [, orders, secret] = (await panel.locator('.one-time-url').allInnerTexts()) as [string, string, string]
    address = url + new URL(orders).pathname
    partner.trusts(secret)
    await admin.button('exchange.secret.done').click()
  })

  let number = ''
  await test.step('its order comes in by a signed webhook, once; a false or an old signature is not taken', async () => {
    const order = orderOf('A-1', told.words)
    expect((await partner.send(address, order, { key: `whsec_${Buffer.alloc(32).toString('base64')}` })).status).toBe(401)
    expect((await partner.send(address, order, { at: new Date(Date.now() - 600_000) })).status).toBe(401)
    const first = await partner.send(address, order)
    expect(first).toMatchObject({ status: 200, reply: { items: [{ sourceId: 'A-1', before: false }] } })
    number = first.reply.items[0]!.number
    expect((await partner.send(address, order)).reply.items).toEqual([{ ...first.reply.items[0], before: true }])
  })

  const secretary = await signInByApi(url, team.secretary)
  const desk = await sitDownAgain(await openDesk(), say, url, secretary)
  await test.step('the community finds it once, with its clock, and takes it in', async () => {
    await desk.open('intake', number)
    const article = desk.page.getByRole('article')
    await expect(article).toContainText(told.words)
    await expect(article).toContainText(say('casework.channels.platform'))
    await expect(desk.page.getByText(say('casework.clocks.reply')).first()).toBeVisible()
    await picture(desk.page, '151-order-of-a-platform')
    await desk.begin('accept')
    await desk.choose('office.columns.category', language === 'zh' ? '路灯照明' : 'Street lights')
    await desk.send('accept')
    await desk.done('accept')
    await partner.hears(number, 'accepted')
  })

  await test.step('it is handled, closed and answered; the platform hears each step, signed, and the answer', async () => {
    await desk.begin('dispatch')
    await desk.page.getByRole('button', { name: say('office.acts.dispatch.own', { desk: bodies.wutong[language] }) }).click()
    await expect(desk.page.getByText(say('office.acts.dispatch.ownDone'))).toBeVisible()
    await partner.hears(number, 'accepted', 'dispatched')
    await desk.take()
    await desk.begin('report')
    await desk.page.getByRole('radio', { name: say('casework.outcomes.solved') }).check()
    await desk.field('office.acts.report.words').fill(told.report)
    await desk.send('report')
    await desk.done('report')
    await desk.begin('close')
    await desk.send('close')
    await desk.done('close')
    await desk.begin('answer')
    await desk.field('office.acts.wordsToResident').fill(told.answer)
    await desk.send('answer')
    await desk.done('answer')
    await partner.hears(number, 'accepted', 'dispatched', 'closed', 'answered')
    expect(partner.of(number).at(-1)!.data).toMatchObject({ state: 'answered', answer: told.answer })
    expect(partner.of(number).slice(0, -1).every(({ data }) => data.answer === undefined)).toBe(true)
  })

  await test.step('where the platform’s address is gone, what it should hear stands in the list, and is sent again', async () => {
    const { reply: { items: [second] } } = await partner.send(address, orderOf('A-2', told.second))
    partner.setGone(true)
    expect((await act(secretary, 'acceptCase', second!.case, {})).status).toBe(200)
    await admin.page.getByRole('radiogroup', { name: say('exchange.part') }).getByText(say('exchange.kinds.deliveries'), { exact: true }).click()
    await admin.page.getByRole('checkbox', { name: say('exchange.deliveries.onlyGivenUp') }).check()
    const failed = admin.page.getByRole('row').filter({ hasText: say('exchange.deliveries.status', { status: 410 }) })
    await expect(async () => {
      await admin.page.reload()
      await admin.page.getByRole('checkbox', { name: say('exchange.deliveries.onlyGivenUp') }).check()
      await expect(failed).toHaveCount(1, { timeout: 1_000 })
    }).toPass()
    await picture(admin.page, '152-given-up')
    expect(partner.of(second!.number)).toEqual([])
    partner.setGone(false)
    await failed.getByRole('button', { name: say('exchange.deliveries.again') }).click()
    await partner.hears(second!.number, 'accepted')
    await expect(admin.page.getByText(say('exchange.deliveries.noneGivenUp'))).toBeVisible()
  })

  await test.step('what was before comes in a file: checked first, the bad row is named, and what was sent already is known', async () => {
    const centre = await sitDownAgain(await openDesk(), say, url, await signInByApi(url, team.centre))
    await centre.page.goto(`${url}/office/3/imports/new`)
    const rows = [row('A-1', { text: told.words, district: '梧桐' }), row('A-7', { district: '梧桐' }), row('A-8', { district: '梧桐', time: 'soon' }), row('A-9', { district: '梧桐' })]
    await chooseFile(centre.page, say('imports.page.dataFile'), fileOf('orders.csv', 'text/csv', csvOf(rows)))
    await chooseFile(centre.page, say('imports.page.mappingFile'), fileOf('mapping.json', 'application/json', JSON.stringify({ ...mapping, source: 'city-12345' })))
    await centre.button('imports.page.upload').click()
    const bad = centre.page.getByRole('row').filter({ hasText: 'A-8' })
    await expect(bad).toContainText(say('imports.faults.time_unreadable'))
    await picture(centre.page, '153-bad-row-named')
    await centre.page.getByRole('button', { name: say('imports.page.run', { count: 2 }) }).click()
    await expect(centre.page.getByText(say('imports.states.done')).first()).toBeVisible()
    await expect(centre.page.getByRole('heading', { name: say('imports.page.cases') })).toBeVisible()
    await picture(centre.page, '154-orders-of-a-file')
    expect((await partner.send(address, orderOf('A-7', told.second))).reply.items[0]!.before).toBe(true)
  })
})

/** Gives a file to the field of this name. */
async function chooseFile(page: Page, label: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: label, exact: true }).click()
  await (await chooser).setFiles(file)
}
