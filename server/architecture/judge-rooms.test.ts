import { expect, test } from 'vitest'
import { judgeWith, sentence } from './planted-tree.ts'

test('contract/ knows nothing but TypeBox', () => {
  expect(judgeWith({ 'contract/paths.ts': 'import \'i18next\'\nimport \'#words/zh.ts\'\nimport \'../package.json\'\nexport const paths = { submitAppeal: \'\' }\n' }).trespasses).toEqual([
    sentence('rooms', 'contract/paths.ts:1 imports \'i18next\', and contract/ knows no package but typebox'),
    sentence('rooms', 'contract/paths.ts:2 imports \'#words/zh.ts\', and contract/ may not import from words/'),
    sentence('rooms', 'contract/paths.ts:3 imports \'../package.json\', and contract/ may not import from the root'),
  ])
})

test.each(['office', 'resident', 'screen'])('%s/ never imports the server, not even a type', (room) => {
  expect(judgeWith({ [`${room}/page.ts`]: 'import type { CaseworkFacts } from \'#server/facts/casework.ts\'\nexport type Fact = CaseworkFacts\n' }).trespasses)
    .toEqual([sentence('rooms', `${room}/page.ts:1 imports '#server/facts/casework.ts', and ${room}/ may not import from server/`)])
})

test('the two apps share through screen/ alone', () => {
  expect(judgeWith({ 'resident/page.ts': 'export * from \'../office/main.tsx\'\n' }).trespasses)
    .toEqual([sentence('rooms', 'resident/page.ts:1 imports \'../office/main.tsx\', and resident/ may not import from office/')])
})

test('the server imports no screen', () => {
  expect(judgeWith({ 'server/main.ts': 'import \'#screen/call.ts\'\n' }).trespasses)
    .toEqual([sentence('rooms', 'server/main.ts:1 imports \'#screen/call.ts\', and server/ may not import from screen/')])
})

test('TypeBox reaches no resident, by no detour; the office may load it', () => {
  expect(judgeWith({
    'contract/index.ts': 'export * from \'./casework.ts\'\n',
    'screen/call.ts': 'import { type submitAppeal } from \'#contract/index.ts\'\nexport const call = (_: typeof submitAppeal) => 1\n',
    'resident/page.ts': 'import { Type } from \'typebox\'\nexport const later = [Type, () => import(\'#contract/casework.ts\')]\n',
    'office/page.ts': 'export { Type } from \'typebox\'\n',
  }).trespasses.toSorted()).toEqual([
    sentence('typebox', 'resident/page.ts:1 imports \'typebox\', which brings TypeBox along (typebox)'),
    sentence('typebox', 'resident/page.ts:2 imports \'#contract/casework.ts\', which brings TypeBox along (contract/casework.ts → typebox)'),
    sentence('typebox', 'screen/call.ts:1 imports \'#contract/index.ts\', which brings TypeBox along (contract/index.ts → contract/casework.ts → typebox)'),
  ])
})
