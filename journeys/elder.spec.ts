import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { act, answered, report } from '#server/test/steps.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import type { Say } from './say.ts'
import { phone as aPhone, expect, test } from './story.ts'
import { tales } from './tale.ts'

/** A small phone, as it is handed down. */
const smallPhone = { ...aPhone, viewport: { width: 360, height: 740 } }
const least = { textPx: 18, bodyPx: 20, targetPx: 60 }

test('somebody who finds the print too small turns on elder mode, says what is wrong in large print, and it stays so', async ({ language, say, openPhone }) => {
  const phone = await openPhone(smallPhone)
  const tale = tales[language]

  await test.step('the switch is on the first screen', async () => {
    await phone.goto('/')
    await phone.getByRole('button', { name: say('resident.elder.enter') }).tap()
    await expect(phone.getByRole('button', { name: say('resident.elder.leave') })).toBeVisible()
    await isForElders(phone, 'first visit')
    await takePicture(phone, language, '71-elder-first-visit')
    await phone.reload()
    await expect(phone.getByRole('button', { name: say('resident.elder.leave') })).toBeVisible()
  })

  await test.step('two questions; what need not be answered is folded away', async () => {
    await phone.getByRole('link', { name: say('resident.report.title') }).tap()
    await phone.getByRole('textbox', { name: say('resident.report.what') }).fill(tale.words)
    await expect(phone.getByText(say('resident.whoSees.public'), { exact: true })).toBeHidden()
    await phone.getByLabel(say('resident.plain.where.town')).selectOption({ label: tale.town })
    await phone.getByLabel(say('resident.plain.where.village')).selectOption({ label: tale.village })
    await isForElders(phone, 'report')
    await phone.evaluate(() => scrollTo(0, 0))
    await takePicture(phone, language, '72-elder-report')
    await phone.getByText(say('resident.elder.mayStay')).tap()
    await expect(phone.getByText(say('resident.whoSees.public'), { exact: true })).toBeVisible()
    await isForElders(phone, 'report, unfolded')
  })

  await test.step('signs in on the way and is told in plain words when there will be an answer', async () => {
    await phone.getByRole('button', { name: say('resident.plain.report.send'), exact: true }).tap()
    await phone.getByRole('textbox', { name: say('resident.signIn.phone') }).fill(residents.wang.phone)
    await phone.getByLabel(say('resident.privacy.agree')).check()
    await isForElders(phone, 'sign-in')
    await phone.getByRole('button', { name: say('resident.plain.signIn.sendCode') }).tap()
    await phone.locator('.demo-code').getByRole('button').tap()
    await expect(phone.getByRole('heading', { name: say('resident.receipt.title') })).toBeVisible()
    await isForElders(phone, 'receipt')
    await phone.getByRole('link', { name: say('resident.receipt.look') }).tap()
    await expect(phone.locator('.matter-state-word')).toHaveText(say('resident.plain.states.received'))
    await isForElders(phone, 'matter')
  })
})

test('in elder mode Home shows few things and calls the community, and the whole way of a matter stays readable', async ({ product: { url }, language, say, openPhone }) => {
  const [li, chen, clerk] = [await signInByApi(url, residents.li), await signInByApi(url, team.secretary), await signInByApi(url, team.clerk)]
  const rate = await answered(li, chen, bodies.wutong.id)
  const again = await answered(li, chen, bodies.wutong.id)
  const long = await report(li)
  await act(chen, 'acceptCase', long, {})
  await act(chen, 'escalateCase', long, { type: 'beyond_means', cause: '需要登高车', tried: '已拉警示带' })
  await act(clerk, 'dispatchCase', long, { lead: bodies.lamps.id, assists: [] })
  const phone = await lendSession(await openPhone(smallPhone), url, li)

  await test.step('it is switched on among one’s own settings', async () => {
    await phone.goto('/me')
    await choose(phone, say, 'elder')
    await isForElders(phone, 'me')
    await takePicture(phone, language, '73-elder-me')
  })

  await test.step('home: say it, what waits, and one tap to call', async () => {
    await phone.getByRole('link', { name: say('resident.frame.tabs.home') }).tap()
    await expect(phone.getByRole('link', { name: say('resident.elder.waiting', { count: 2 }) })).toBeVisible()
    const call = phone.getByRole('link', { name: bodies.wutong.telephone })
    await expect(call).toHaveAttribute('href', `tel:${bodies.wutong.telephone!.replaceAll('-', '')}`)
    await isForElders(phone, 'home')
    await takePicture(phone, language, '74-elder-home')
  })

  await test.step('what was done: the newest steps, the earlier ones when they are asked for', async () => {
    await phone.goto(`/matters/${county}/${long}`)
    await expect(phone.locator('.matter-state-word')).toHaveText(say('resident.plain.states.dispatched'))
    await expect(phone.locator('.step')).toHaveCount(3)
    await phone.getByRole('button', { name: say('resident.elder.earlier', { count: 1 }) }).tap()
    await expect(phone.locator('.step')).toHaveCount(4)
    await isForElders(phone, 'matter')
  })

  await test.step('the opinion is given with a thumb', async () => {
    await phone.goto(`/matters/${county}/${rate}`)
    await expect(phone.getByRole('heading', { name: say('resident.rate.title') })).toBeVisible()
    await isForElders(phone, 'rating')
    await takePicture(phone, language, '75-elder-opinion')
    await opinion(phone, say)
    await expect(phone.locator('.matter-state-word')).toHaveText(say('resident.plain.states.rated'))
  })

  await test.step('what is not done is done again, asked for in plain words', async () => {
    await li.ask('rateMatter', { params: { county, id: again }, body: { contacted: true, solved: 'no', satisfied: 1 } })
    await phone.goto(`/matters/${county}/${again}`)
    await phone.getByRole('button', { name: say('resident.plain.reopen.offer') }).tap()
    await expect(phone.getByRole('heading', { name: say('resident.plain.reopen.title') })).toBeVisible()
    await isForElders(phone, 'asking again')
    await phone.getByRole('textbox', { name: say('resident.plain.reopen.words') }).fill(tales[language].words)
    await phone.getByRole('button', { name: say('resident.plain.reopen.send'), exact: true }).tap()
    await expect(phone.locator('.matter-state-word')).toHaveText(say('resident.plain.states.accepted'))
  })

  await test.step('and the way back is as short', async () => {
    await phone.goto('/me')
    await choose(phone, say, 'usual')
    await expect(phone.getByRole('heading', { name: say('resident.me.look') })).toBeVisible()
    await phone.goto('/')
    await expect(phone.getByRole('heading', { name: say('resident.home.myMatters') })).toBeVisible()
  })
})

const choose = (phone: Page, say: Say, mode: 'elder' | 'usual') =>
  phone.getByRole('group', { name: say('resident.elder.title') }).getByRole('radio', { name: say(`resident.elder.modes.${mode}`) }).check()

async function opinion(phone: Page, say: Say) {
  const judge = (question: string, answer: string) => phone.getByRole('group', { name: say(question) }).getByRole('radio', { name: say(answer) }).check()
  await judge('resident.rate.contacted', 'resident.rate.contactedYes')
  await judge('resident.rate.solved', 'resident.rate.solvedYes')
  await judge('resident.rate.satisfied', 'resident.rate.grades.5')
  await phone.getByRole('button', { name: say('resident.plain.rate.send') }).tap()
}

/** Large print, large targets, strong contrast by day and by night, and nothing wider than the screen. */
async function isForElders(page: Page, name: string) {
  await expect(page.locator('.answer-waiting, .screen-coming')).toHaveCount(0)
  expect.soft(await page.evaluate(tooSmall, least), `${name}: what is too small`).toEqual([])
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${name}: beyond the edge`).toBe(0)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withRules(['color-contrast-enhanced']).analyze()
    const weak = violations.flatMap(({ nodes }) => nodes.map(({ target, any }) => `${target.join(' ')}: ${any[0]?.message}`))
    expect.soft(weak, `${name}, ${colorScheme}: what has less contrast than 7:1`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** In the browser: print below 18 px, a page that is not set in 20, and targets of less than 60 px. */
function tooSmall({ textPx, bodyPx, targetPx }: typeof least): string[] {
  const seen = (one: Element) => one.checkVisibility() && !one.closest('[aria-hidden=true], .unseen, .skip')
  const name = (one: Element) => `${one.tagName.toLowerCase()}.${String(one.className)} “${one.textContent?.trim().slice(0, 20)}”`
  const px = (one: Element) => Number.parseFloat(getComputedStyle(one).fontSize)
  const hasWords = (one: Element) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
  const small = [...document.body.querySelectorAll('*')].filter((one) => hasWords(one) && seen(one) && px(one) < textPx)
  // A box to tick or to choose is as large as the words that it stands beside.
  const targetOf = (one: Element) => (one.matches('input[type=checkbox], input[type=radio], input[type=file]') ? one.closest('label')! : one)
  const isInText = (one: Element) => one.matches('p a:not(.button)')
  const targets = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter((one) => seen(targetOf(one)) && !isInText(one)).map(targetOf)
  const low = targets.filter((one) => {
    // The whole row is the target of a link in it.
    const box = (one.closest('.row') ?? one).getBoundingClientRect()
    return box.height < targetPx - 0.5 || box.width < targetPx - 0.5
  })
  return [
    ...(px(document.body) < bodyPx ? [`body is set in ${px(document.body)} px`] : []),
    ...small.map((one) => `${name(one)} is set in ${px(one)} px`),
    ...low.map((one) => `${name(one)} is ${Math.round(one.getBoundingClientRect().width)} × ${Math.round(one.getBoundingClientRect().height)} px`),
  ]
}
