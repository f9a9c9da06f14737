import { county, team } from '#server/demo/cast.ts'
import { signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

const words = { zh: '昨晚十一点，滨河路一家餐馆把油污倒进雨水井。', en: 'At eleven last night a restaurant on Binhe Road poured grease into the storm drain.' }
const answer = { zh: '已到现场查处，责令限期整改。', en: 'We went there; it must be put right within a week.' }

test('whoever does not say who they are is answered by a code, and judges the answer', async ({ language, say, openPhone, product }) => {
  const phone = await openPhone()
  let code = ''
  await test.step('from the report screen, with no sign-in, to a code that is shown once', async () => {
    await phone.goto('/report')
    await phone.getByRole('link', { name: say('resident.tipOff.offer') }).tap()
    await phone.getByRole('button', { name: say('resident.tipOff.send') }).tap()
    await expect(phone.getByText(say('resident.report.missing.words'))).toBeVisible()
    await phone.getByRole('textbox', { name: say('resident.tipOff.words') }).fill(words[language])
    await phone.getByLabel(say('resident.where.town')).selectOption({ index: 1 })
    await phone.getByLabel(say('resident.where.village')).selectOption({ index: 1 })
    await takePicture(phone, language, '111-tip-off', { whole: true })
    await phone.getByRole('button', { name: say('resident.tipOff.send') }).tap()
    code = (await phone.locator('.tip-off-code').textContent())!
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    await takePicture(phone, language, '112-query-code', { whole: true })
  })
  await test.step('staff handle it and see nobody', async () => {
    const chen = await signInByApi(product.url, team.secretary)
    const { items } = await chen.ask('listCases', { params: { county }, query: { list: 'intake' } })
    const { id } = items.find((one) => one.title.startsWith(words[language].slice(0, 8)))!
    const seen = await chen.ask('readCase', { params: { county, id } })
    expect(seen.appeals).toMatchObject([{ channel: 'tip_off', name: null, phone: null }])
    await chen.ask('declineCase', { params: { county, id }, version: seen.version, body: { ground: 'not_within_powers', words: answer[language] } })
  })
  await test.step('the code, typed small and without dashes, shows what became of it', async () => {
    await phone.goto('/tip-off/answer')
    await phone.getByRole('textbox', { name: say('resident.tipOff.code') }).fill(code.replaceAll('-', '').toLowerCase())
    await phone.getByRole('button', { name: say('resident.tipOff.look') }).tap()
    await expect(phone.getByText(answer[language]).first()).toBeVisible()
    const judge = (question: string, verdict: string) => phone.getByRole('group', { name: say(question) }).getByRole('radio', { name: say(verdict) }).check()
    await judge('resident.rate.contacted', 'resident.rate.contactedNo')
    await judge('resident.rate.solved', 'resident.rate.solvedPartly')
    await judge('resident.rate.satisfied', 'resident.rate.grades.3')
    await takePicture(phone, language, '113-answered-by-code', { whole: true })
    await phone.getByRole('button', { name: say('resident.rate.send') }).tap()
    await expect(phone.getByRole('button', { name: say('resident.rate.send') })).toHaveCount(0)
  })
})
