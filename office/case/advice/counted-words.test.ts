import { expect, test } from 'vitest'
import { partsOf } from './counted-words.tsx'

test.each([
  ['路灯不亮，路灯坏了', ['路灯', '坏'], '[路灯]不亮，[路灯][坏]了'],
  ['路灯杆歪了', ['路灯', '路灯杆'], '[路灯杆]歪了'],
  ['没有', [], '没有'],
  ['', ['路灯'], ''],
  ['没有', [''], '没有'],
])('%s with %j', (text, counted, shown) => {
  const parts = partsOf(text, counted)
  expect(parts.map((part) => part.text).join('')).toBe(text)
  expect(parts.map((part) => (part.counted ? `[${part.text}]` : part.text)).join('')).toBe(shown)
})
