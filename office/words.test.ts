import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import en from '#words/en/office.ts'
import zh from '#words/zh/office.ts'

/** Every text that a screen names in full; those that are put together are seen when they are shown. */
const named = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname })
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/['"`]office\.([\w.]+)['"`]/g)].map(
      ([, key]) => key!,
    ),
  )

const at = (words: object, key: string) =>
  key.split('.').reduce<unknown>((found, name) => (found as Record<string, unknown> | undefined)?.[name], words)

test('every text that is named is there, in Chinese and in English', () => {
  expect(named.length).toBeGreaterThan(200)
  for (const [language, words] of [
    ['zh', zh],
    ['en', en],
  ] as const) {
    const missing = named.filter((key) => typeof at(words, key) !== 'string' && typeof at(words, `${key}_other`) !== 'string')
    expect([language, ...new Set(missing)]).toEqual([language])
  }
})
