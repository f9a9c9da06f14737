import { expect, test } from 'vitest'
import personalEn from '#words/en/personal.ts'
import personalZh from '#words/zh/personal.ts'
import { openingPurposes, whyNotOpen } from './opening.ts'

test.each([
  ['contact', undefined, undefined], ['visit', undefined, undefined], ['verify', '核对门牌', undefined],
  ['other', '送达通知书', undefined], ['other', undefined, 'opening.purpose_needed'],
] as const)('opening for %s, in words %s: %s', (purpose, words, no) => expect(whyNotOpen(purpose, words)).toBe(no))

test.each([['zh', personalZh], ['en', personalEn]])('every purpose can be said: %s', (_, words) =>
  expect(Object.keys(words.openingPurposes)).toEqual([...openingPurposes]))
