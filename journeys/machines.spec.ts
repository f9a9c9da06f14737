import type { Page } from '@playwright/test'
import { team } from '#server/demo/cast.ts'
import { signedBy } from '#server/test/machines.ts'
import { pick, sitDown, sitDownAgain } from './at-desk.ts'
import { signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import type { Say } from './say.ts'
import { expect, test } from './story.ts'

const gauge = { name: '东河水位计', nameEn: 'East River gauge', type: 'cn.example.water.high' }

test('a water gauge is let in, sends a signed event, and the committee finds its case', async ({ product: { url }, language, say, watch, openDesk }) => {
  const picture = (page: Page, name: string) => takePicture(page, language, name)
  const admin = await sitDown(await openDesk({ permissions: ['clipboard-read', 'clipboard-write'] }), say, team.admin)
  const { page } = admin
  const panel = page.getByRole('complementary')
  const list = async (kind: string) => {
    await page.getByRole('radiogroup', { name: say('exchange.part') }).getByText(say(`exchange.kinds.${kind}`), { exact: true }).click()
  }
  let address = ''
  let secret = ''

  await test.step('the administrator makes a source, and is shown its secret this once', async () => {
    await page.getByRole('navigation', { name: say('office.menu.label') }).getByRole('link', { name: say('office.menu.settings') }).click()
    await page.getByRole('navigation', { name: say('office.settings.label') }).getByRole('link', { name: say('office.settings.parts.exchange') }).click()
    await list('sources')
    await expect(page.getByText(say('exchange.sources.none'))).toBeVisible()
    await admin.button('exchange.sources.new').click()
    await admin.field('exchange.sources.name').fill(nameOf(say))
    await picture(page, '91-new-source')
    await admin.button('exchange.sources.make').click()
    await expect(panel.getByText(say('exchange.secret.title'))).toBeVisible()
    ;[address, secret] = (await panel.locator('.one-time-url').allInnerTexts()) as [string, string]
    await picture(page, '92-secret-shown')
    await panel.getByRole('button', { name: say('exchange.secret.copy', { what: say('exchange.secret.source') }) }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret)
    await admin.button('exchange.secret.done').click()
    await expect(panel.getByText(new URL(address).pathname)).toBeVisible()
    await expect(page.getByText(secret)).toHaveCount(0)
  })

  await test.step('and a rule by which it opens cases', async () => {
    await list('rules')
    await admin.button('exchange.rules.new').click()
    const type = admin.field('exchange.rules.type')
    await type.fill('水位')
    await expect(page.getByText(say('exchange.rules.typeWrong'))).toBeVisible()
    await type.fill(gauge.type)
    await page.getByRole('spinbutton', { name: say('exchange.rules.severity') }).fill('3')
    await panel.getByRole('combobox', { name: say('exchange.rules.category') }).click()
    await pick(page, say('office.brand') === '共治' ? '供水排水' : 'Water and drains')
    await admin.field('exchange.rules.words').fill('{{subject}}水位 {{level}} 米，超过警戒线')
    await picture(page, '93-new-rule')
    await admin.button('exchange.rules.make').click()
    await expect(page.getByRole('complementary', { name: gauge.type })).toBeVisible()
  })

  const send = async (change: object, at = new Date(), key = secret) => {
    const body = JSON.stringify({ specversion: '1.0', id: crypto.randomUUID(), source: '/gauges/7', type: gauge.type, subject: '东河三号闸', data: { level: 3.9, severity: 4, lon: 118.028, lat: 29.985 }, ...change })
    return (await fetch(url + new URL(address).pathname, { method: 'POST', headers: { 'content-type': 'application/cloudevents+json', ...signedBy(key, body, at) }, body })).status
  }

  await test.step('the gauge sends what it measures; an old or a false signature is not taken', async () => {
    expect(await send({}, new Date(Date.now() - 600_000))).toBe(401)
    expect(await send({}, new Date(), `whsec_${Buffer.alloc(32).toString('base64')}`)).toBe(401)
    expect(await send({ specversion: '2.0' })).toBe(400)
    expect([await send({}), await send({}), await send({})]).toEqual([200, 200, 200])
  })

  let number = ''
  await test.step('three events are one signal with one case', async () => {
    await list('signals')
    const row = page.getByRole('row').filter({ hasText: '东河三号闸' })
    await expect(row).toHaveCount(1)
    await expect(row.getByRole('cell').nth(1)).toContainText(language === 'zh' ? '3 次' : '3 times')
    number = await row.getByRole('cell').last().innerText()
    await picture(page, '94-signals')
  })

  await test.step('the committee sees the case, its signal, and that there is nobody to ask', async () => {
    const desk = await sitDownAgain(await openDesk(), say, url, await signInByApi(url, team.secretary))
    await desk.open('intake', number)
    const article = desk.page.getByRole('article')
    await expect(article).toContainText('东河三号闸水位 3.9 米，超过警戒线')
    await expect(article).toContainText(say('casework.channels.signal'))
    const behind = desk.page.getByRole('region', { name: say('exchange.signals.behind') })
    await expect(behind).toContainText(language === 'zh' ? '3 次' : '3 times')
    await picture(desk.page, '95-case-of-a-signal')
  })

  await test.step('an app gets its key, reports by Open311, and is shut out as soon as the key is withdrawn', async () => {
    await list('clients')
    await admin.button('exchange.clients.new').click()
    await admin.field('exchange.clients.name').fill('随手拍')
    await picture(page, '96-new-key')
    await admin.button('exchange.clients.make').click()
    await expect(panel.getByText(say('exchange.secret.title'))).toBeVisible()
    const [key] = (await panel.locator('.one-time-url').allInnerTexts()) as [string]
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams({ service_code: 'lighting', lat: '29.985', long: '118.028', description: '路灯不亮' })
    const made = (await (await fetch(`${url}/open311/v2/requests.json`, { method: 'POST', headers, body })).json()) as { service_request_id: string }[]
    expect(made[0]!.service_request_id).toMatch(/^\d{4}-\d{6}$/)
    await admin.button('exchange.secret.done').click()
    await panel.getByText(say('exchange.clients.withdraw')).first().click()
    await panel.getByRole('button', { name: say('exchange.clients.withdraw') }).click()
    await expect(page.getByText(say('exchange.clients.none'))).toBeVisible()
    expect((await fetch(`${url}/open311/v2/requests.json`, { method: 'POST', headers, body })).status).toBe(403)
  })
  expect(watch.faults).toEqual([])
})

const nameOf = (say: Say) => (say('office.brand') === '共治' ? gauge.name : gauge.nameEn)
