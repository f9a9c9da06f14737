import { expect, test } from 'vitest'
import { judgeWith, sentence } from './planted-tree.ts'

test('contract/ knows nothing but TypeBox', () => {
  const planted = `import 'i18next'
    import '#words/zh.ts'
    import '../package.json'
    export const paths = { submitAppeal: '' }`
  expect(judgeWith({ 'contract/paths.ts': planted, 'contract/paths.test.ts': `import 'vitest'` }).trespasses).toEqual([
    sentence('rooms', `contract/paths.ts:1 imports 'i18next', and contract/ knows no package but typebox`),
    sentence('rooms', `contract/paths.ts:2 imports '#words/zh.ts', and contract/ may not import from words/`),
    sentence('rooms', `contract/paths.ts:3 imports '../package.json', and contract/ may not import from the root`),
  ])
})

test.each(['office', 'resident', 'screen'])('%s/ never imports the server, not even a type', (room) => {
  const facts = '#server/facts/casework.ts'
  const planted = `import type { CaseworkFacts } from '${facts}'\nexport type Fact = CaseworkFacts`
  expect(judgeWith({ [`${room}/page.ts`]: planted }).trespasses)
    .toEqual([sentence('rooms', `${room}/page.ts:1 imports '${facts}', and ${room}/ may not import from server/`)])
})

test('the two apps share through screen/ alone', () => {
  const page = 'resident/page.ts'
  expect(judgeWith({ [page]: `export * from '../office/main.tsx'` }).trespasses)
    .toEqual([sentence('rooms', `${page}:1 imports '../office/main.tsx', and resident/ may not import from office/`)])
})

test('the server imports no screen', () => {
  expect(judgeWith({ 'server/main.ts': `import '#screen/call.ts'` }).trespasses)
    .toEqual([sentence('rooms', `server/main.ts:1 imports '#screen/call.ts', and server/ may not import from screen/`)])
})

test('a test may use what is no room, the product may not', () => {
  const bench = { 'bench/count.ts': 'export const count = 1' }
  expect(judgeWith({ ...bench, 'server/kernel/relay.test.ts': `import '../../bench/count.ts'` }).trespasses).toEqual([])
  expect(judgeWith({ ...bench, 'server/main.ts': `import '../bench/count.ts'` }).trespasses)
    .toEqual([sentence('rooms', `server/main.ts:1 imports '../bench/count.ts', and server/ may not import from bench/`)])
})

test('TypeBox reaches no resident, by no detour; the office may load it', () => {
  const { trespasses } = judgeWith({
    'contract/index.ts': `export * from './casework.ts'`,
    'contract/casework.ts': `import './index.ts'\nexport { Type as submitAppeal } from 'typebox'`,
    'screen/call.ts': `
      import { type submitAppeal } from '#contract/index.ts'
      export const call = (_: typeof submitAppeal) => 1`,
    'resident/page.ts': `
      import { Type } from 'typebox'
      import type { submitAppeal } from '#contract/casework.ts'
      export const later = (_: typeof submitAppeal) => [Type, () => import('#contract/casework.ts')]`,
    'resident/page.test.ts': `import 'typebox'`,
    'office/page.ts': `export { Type } from 'typebox'`,
  })
  const along = 'which brings TypeBox along'
  expect(trespasses.filter((one) => one.includes('Law 4')).toSorted()).toEqual([
    sentence('typebox', `resident/page.ts:2 imports 'typebox', ${along} (typebox)`),
    sentence('typebox', `resident/page.ts:4 imports '#contract/casework.ts', ${along} (contract/casework.ts → typebox)`),
    sentence('typebox', `screen/call.ts:2 imports '#contract/index.ts', ${along} `
      + '(contract/index.ts → contract/casework.ts → typebox)'),
  ])
})
