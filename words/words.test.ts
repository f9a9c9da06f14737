import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

type Words = { [key: string]: string | Words }

const files = readdirSync(new URL('zh/', import.meta.url)).toSorted()

/** Every key with the values that its sentence needs. Plural forms count as one key, since Chinese has one. */
function keysOf(words: Words, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const name = `${path}${key.replace(/_(one|other)$/, '')}`
    return typeof value === 'string' ? [name] : keysOf(value, `${name}.`)
  })
}

function sentencesOf(words: Words): string[] {
  return Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : sentencesOf(value)))
}

const wordsOf = async (language: string, file: string): Promise<Words> => (await import(`./${language}/${file}`)).default

test('both languages have the same files', () => {
  expect(files.length).toBeGreaterThan(5)
  expect(readdirSync(new URL('en/', import.meta.url)).toSorted()).toEqual(files)
})

test.each(files)('%s: both languages are complete', async (file) => {
  const [zh, en] = [await wordsOf('zh', file), await wordsOf('en', file)]
  expect([...new Set(keysOf(en))].toSorted()).toEqual([...new Set(keysOf(zh))].toSorted())
})

test.each(files)('%s: English holds no Han characters and Chinese says something in Han', async (file) => {
  const [zh, en] = [sentencesOf(await wordsOf('zh', file)), sentencesOf(await wordsOf('en', file))]
  expect(en.filter((sentence) => /\p{Script=Han}/u.test(sentence) && !/共治|中文|语言/.test(sentence))).toEqual([])
  expect(zh.filter((sentence) => /\p{Script=Han}/u.test(sentence)).length).toBeGreaterThan(zh.length * 0.8)
})
