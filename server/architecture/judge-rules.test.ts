import { expect, test } from 'vitest'
import { judgeWith, sentence } from './planted-tree.ts'

const rule = 'server/modules/casework/case.ts'

test.each([
  ['rows', 'server/modules/casework/case.sql.ts', './case.sql.ts'],
  ['a kernel file that acts', 'server/kernel/http.ts', '#server/kernel/http.ts'],
  ['an operation', 'server/modules/casework/return-task.ts', './return-task.ts'],
  [`the module's own door`, 'server/modules/casework/index.ts', './index.ts'],
  ['what another door does', 'server/modules/regions/index.ts', '#server/modules/regions/index.ts'],
])('a rule does not import %s', (_, path, specifier) => {
  const planted = `import { it } from '${specifier}'\nexport const whyNotClose = it`
  const { trespasses } = judgeWith({ [path]: 'export const it = 1', [rule]: planted })
  expect(trespasses.filter((one) => one.startsWith(rule)))
    .toEqual([sentence('rules', `${rule}:1 is a rule and imports '${specifier}'`)])
})

test.each(['node:fs', 'fs', 'pino', 'sql-template-tag'])('a rule does not import %s, not even its types', (name) => {
  const planted = `import type * as it from '${name}'\nexport const whyNotClose = (_: it) => undefined`
  expect(judgeWith({ [rule]: planted }).trespasses)
    .toContain(sentence('rules', `${rule}:1 is a rule and imports '${name}'`))
})

test('a rule imports nothing later', () => {
  expect(judgeWith({ [rule]: `export const whyNotClose = () => import('./task-group.ts')` }).trespasses)
    .toEqual([sentence('rules', `${rule}:1 is a rule and imports './task-group.ts'`)])
})

test.each([
  ['Date.now()', 'uses Date.now'],
  ['globalThis.Date.now()', 'uses Date.now'],
  ['new Date()', 'asks for the present: new Date()'],
  ['new Date', 'asks for the present: new Date()'],
  ['Date()', 'calls Date()'],
  ['Temporal.Now.instant()', 'uses Temporal.Now'],
  ['Math.random()', 'uses Math.random'],
  [`Math['random']()`, 'uses Math.random'],
  ['process.env.ZONE', 'uses process.env'],
  ['crypto.randomUUID()', 'uses crypto.randomUUID'],
  ['performance.now()', 'uses performance.now'],
  [`fetch('/')`, 'calls fetch()'],
  ['setTimeout(() => 1, 5)', 'calls setTimeout()'],
  ['async () => 1', 'holds an async function'],
  ['async function () {}', 'holds an async function'],
  ['1; export async function later() {}', 'holds an async function'],
  ['await 1', 'awaits'],
])('a rule gives the same answer tomorrow: no %s', (code, what) => {
  expect(judgeWith({ [rule]: `// 规则：不问时间\nexport const answer = ${code}` }).trespasses)
    .toContain(sentence('purity', `${rule}:2 is a rule and ${what}`))
})

test('words of the same sound in texts and comments are no trespass', () => {
  const planted = `// not Date.now(), not Math.random()\nexport const it = 'process.env new Date()'`
  expect(judgeWith({ [rule]: planted }).trespasses).toEqual([])
})

test('a noun of two words is a rule where it has rows, and a sentence where it has none', () => {
  const code = 'export const open = () => Date.now()'
  expect(judgeWith({ 'server/modules/casework/task-group.ts': code }).trespasses)
    .toEqual([sentence('purity', 'server/modules/casework/task-group.ts:1 is a rule and uses Date.now')])
  expect(judgeWith({ 'server/modules/casework/return-task.ts': code }).trespasses).toEqual([])
})

test.each(['index', 'module', 'tables', 'personal', 'commands'])('%s.ts is no rule', (name) => {
  expect(judgeWith({ [`server/modules/boards/${name}.ts`]: 'export const at = Date.now()' }).trespasses).toEqual([])
})

test('kernel files on which rules rest are held to the same', () => {
  const money = 'server/kernel/money.ts'
  const planted = `import { http } from './http.ts'\nexport const cents = (_: number) => Math.random() * Number(http)`
  expect(judgeWith({ [money]: planted }).trespasses).toEqual([
    sentence('rules', `${money}:1 is a rule and imports './http.ts'`),
    sentence('purity', `${money}:2 is a rule and uses Math.random`),
  ])
})

test.each(['operation', 'reaction', 'routine'])('no %s hides under a noun', (kind) => {
  const search = 'server/modules/casework/search.ts'
  expect(judgeWith({ [search]: `declare const ${kind}: (it: unknown) => unknown\nexport default ${kind}({})` }).trespasses)
    .toEqual([sentence('sentence', `${search}:2 is named by a noun and declares ${kind}()`)])
})
