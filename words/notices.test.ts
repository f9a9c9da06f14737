import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import caseworkEn from './en/casework.ts'
import noticesEn from './en/notices.ts'
import caseworkZh from './zh/casework.ts'
import noticesZh from './zh/notices.ts'

const words = i18next.createInstance()
beforeAll(() => words.init({
  resources: {
    zh: { translation: { casework: caseworkZh, notices: noticesZh } },
    en: { translation: { casework: caseworkEn, notices: noticesEn } },
  },
  interpolation: { escapeValue: false },
}))

/** What fills a notice, with every value that it can have. */
const choices: Record<string, string[]> = {
  ground: [...Object.keys(caseworkZh.declineGrounds), ...Object.keys(caseworkZh.returnGrounds)],
  outcome: Object.keys(caseworkZh.outcomes),
  type: Object.keys(caseworkZh.escalationTypes),
  clock: Object.keys(caseworkZh.clocks),
  solved: Object.keys(caseworkZh.solved),
  satisfied: Object.keys(caseworkZh.satisfied),
  community: ['梧桐社区'],
  request: Object.keys(caseworkZh.requests),
  ruling: Object.keys(caseworkZh.rulings),
  workingDays: ['3'],
  days: ['30'],
  opinion: Object.keys(caseworkZh.opinions),
  in: ['4701'],
  before: ['0'],
  bad: ['3'],
}
const grounds = { 'resident.declined': Object.keys(caseworkZh.declineGrounds), 'staff.task_returned': Object.keys(caseworkZh.returnGrounds) }

const kinds = Object.entries(noticesZh).flatMap(([to, said]) => Object.keys(said).map((kind) => `${to}.${kind}`))
const filledBy = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).toSorted()

describe('notices', () => {
  test('stand in both languages', () => {
    const keys = (said: object) => Object.entries(said).flatMap(([to, each]) => Object.keys(each as object).map((kind) => `${to}.${kind}`))
    expect(keys(noticesEn)).toEqual(keys(noticesZh))
  })

  test.each(kinds)('%s is a whole sentence in both languages, filled by the same values', (kind) => {
    const [zh, en] = ['zh', 'en'].map((lng) => words.getResource(lng, 'translation', `notices.${kind}`) as string) as [string, string]
    expect(filledBy(en)).toEqual(filledBy(zh))
    const names = filledBy(zh)
    const most = Math.max(1, ...names.map((name) => choices[name]!.length))
    for (let i = 0; i < most; i++) {
      const values = Object.fromEntries(names.map((name) => {
        const from = name === 'ground' ? grounds[kind as keyof typeof grounds] : choices[name]!
        return [name, from[i % from.length]!]
      }))
      const saidZh = words.t(`notices.${kind}`, { ...values, lng: 'zh' })
      const saidEn = words.t(`notices.${kind}`, { ...values, lng: 'en' })
      expect(saidZh).toMatch(/^[^{}$a-z_]+。$/)
      expect(saidEn).toMatch(/^[^{}$_]+\.$/)
      expect(saidEn).not.toMatch(/casework|undefined/)
    }
  })

  test('a value is filled in as it is: it can name no other words', () => {
    const said = words.t('notices.staff.membership_asked', { lng: 'zh', community: '$t(casework.clocks.reply){{x}}' })
    expect(said).toContain('$t(casework.clocks.reply)')
  })
})
