import type { Page } from '@playwright/test'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

const said = { zh: ['3 号楼前的路灯坏了', '晚上看不清台阶'], en: ['The lamp before building 3 is out', 'The steps can’t be seen at night'] }
const together = { zh: '3 号楼前的路灯坏了，晚上看不清台阶', en: 'The lamp before building 3 is out The steps can’t be seen at night' }

test('what somebody says is written down, can be changed, and is not sent by itself', async ({ language, say, openPhone }) => {
  const phone = await openPhone()
  await phone.addInitScript(hearByHand)
  const sent: string[] = []
  // What the words may be about is asked while they are written; such a question is neither kept nor an appeal.
  const isQuestion = (url: string) => /\/(category-suggestions|similar-matters)$/.test(url)
  phone.on('request', (request) => request.method() !== 'GET' && !isQuestion(request.url()) && sent.push(request.url()))
  const words = phone.getByRole('textbox', { name: say('resident.report.what') })
  const speak = phone.getByRole('button', { name: say('resident.voice.start') })

  await test.step('before the first time it is said who may get to hear it', async () => {
    await phone.goto('/report')
    await speak.tap()
    await expect(phone.getByText(say('resident.voice.notice'))).toBeVisible()
    expect(await listening(phone)).toBeNull()
    await takePicture(phone, language, '76-who-hears-it')
    await phone.getByRole('button', { name: say('resident.voice.begin') }).tap()
    await expect(phone.getByText(say('resident.voice.listening'))).toBeVisible()
    expect(await listening(phone)).toBe(language === 'zh' ? 'zh-CN' : 'en-GB')
  })

  await test.step('a guess is shown and not written; what is understood is written behind what is there', async () => {
    await hear(phone, said[language][0]!.slice(0, 4), false)
    await expect(phone.getByText(said[language][0]!.slice(0, 4), { exact: true })).toBeVisible()
    await expect(words).toHaveValue('')
    await takePicture(phone, language, '77-speaking')
    for (const piece of said[language]) await hear(phone, piece, true)
    await expect(words).toHaveValue(together[language])
    await phone.getByRole('button', { name: say('resident.voice.stop') }).tap()
    expect(await listening(phone)).toBeNull()
  })

  await test.step('it is kept like anything written, nothing was sent, and the next time begins at once', async () => {
    await phone.reload()
    await expect(words).toHaveValue(together[language])
    expect(sent).toEqual([])
    await speak.tap()
    await expect(phone.getByText(say('resident.voice.listening'))).toBeVisible()
    await phone.getByRole('button', { name: say('resident.frame.back') }).tap()
    await expect(phone.getByRole('link', { name: say('resident.report.title') })).toBeVisible()
    expect(await listening(phone), 'nobody is listened to on another screen').toBeNull()
  })
})

test('what keeps it from hearing is said in words', async ({ say, openPhone }) => {
  const phone = await openPhone()
  await phone.addInitScript(hearByHand)
  await phone.goto('/report')
  await phone.getByRole('button', { name: say('resident.voice.start') }).tap()
  await phone.getByRole('button', { name: say('resident.voice.begin') }).tap()
  for (const [error, trouble] of [['not-allowed', 'notAllowed'], ['network', 'noNetwork'], ['no-speech', 'nothingHeard'], ['language-not-supported', 'other']] as const) {
    await phone.evaluate((why) => window.recogniser!.fail(why), error)
    await expect(phone.getByText(say(`resident.voice.trouble.${trouble}`))).toBeVisible()
    await phone.getByRole('button', { name: say('resident.voice.start') }).tap()
  }
})

test('a browser that can’t put speech into words offers nothing', async ({ say, openPhone }) => {
  const phone = await openPhone()
  await phone.addInitScript(() => {
    for (const name of ['SpeechRecognition', 'webkitSpeechRecognition']) delete (window as unknown as Record<string, unknown>)[name]
  })
  await phone.goto('/report')
  await expect(phone.getByRole('textbox', { name: say('resident.report.what') })).toBeVisible()
  await expect(phone.getByRole('button', { name: say('resident.voice.start') })).toHaveCount(0)
})

interface Recogniser {
  lang: string
  hear: (words: string, isFinal: boolean) => void
  fail: (error: string) => void
}
declare global {
  interface Window {
    recogniser: Recogniser | null
  }
}

const listening = (page: Page) => page.evaluate(() => window.recogniser?.lang ?? null)
const hear = (page: Page, words: string, isFinal: boolean) => page.evaluate(([heard, final]) => window.recogniser!.hear(heard, final), [words, isFinal] as const)

/** In the browser: its maker's service is an outside system, so another stands in for it and hears what the story says. */
function hearByHand() {
  window.recogniser = null
  class ByHand extends EventTarget implements Recogniser {
    lang = ''
    continuous = false
    interimResults = false
    results: { isFinal: boolean; 0: { transcript: string } }[] = []
    start() {
      if (window.recogniser) throw new DOMException('recognition has already started', 'InvalidStateError')
      this.results = []
      window.recogniser = this
    }
    stop() {
      window.recogniser = null
      this.dispatchEvent(new Event('end'))
    }
    abort() {
      this.stop()
    }
    hear(words: string, isFinal: boolean) {
      if (this.results.at(-1)?.isFinal === false) this.results.pop()
      this.results.push({ isFinal, 0: { transcript: words } })
      this.dispatchEvent(Object.assign(new Event('result'), { resultIndex: this.results.length - 1, results: this.results }))
    }
    fail(error: string) {
      this.dispatchEvent(Object.assign(new Event('error'), { error }))
      this.stop()
    }
  }
  Object.assign(window, { webkitSpeechRecognition: ByHand, SpeechRecognition: undefined })
}
