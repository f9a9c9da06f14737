import { expect, test } from 'vitest'
import { judgeWith, sentence } from './planted-tree.ts'

const rule = 'server/modules/casework/case.ts'

test.each([
  ['a database', 'server/modules/casework/case.sql.ts', './case.sql.ts'],
  ['a kernel file that acts', 'server/kernel/http.ts', '#server/kernel/http.ts'],
  ['an operation', 'server/modules/casework/return-task.ts', './return-task.ts'],
  ['the module\'s own door', 'server/modules/casework/index.ts', './index.ts'],
  ['what another door does', 'server/modules/regions/index.ts', '#server/modules/regions/index.ts'],
])('a rule does not import %s', (_, path, specifier) => {
  expect(judgeWith({ [path]: 'export const it = 1\n', [rule]: `import { it } from '${specifier}'\nexport const whyNotClose = it\n` }).trespasses
    .filter((one) => one.startsWith(rule))).toEqual([sentence('rules', `${rule}:1 is a rule and imports '${specifier}'`)])
})

test.each(['node:fs', 'fs', 'pino', 'sql-template-tag'])('a rule does not import the package %s, not even its types', (name) => {
  expect(judgeWith({ [rule]: `import type * as it from '${name}'\nexport const whyNotClose = (_: it) => undefined\n` }).trespasses)
    .toContain(sentence('rules', `${rule}:1 is a rule and imports '${name}'`))
})

test.each([
  ['Date.now()', 'uses Date.now'],
  ['globalThis.Date.now()', 'uses Date.now'],
  ['new Date()', 'asks for the present: new Date()'],
  ['new Date', 'asks for the present: new Date()'],
  ['Date()', 'calls Date()'],
  ['Math.random()', 'uses Math.random'],
  ['Math[\'random\']()', 'uses Math.random'],
  ['process.env.ZONE', 'uses process.env'],
  ['crypto.randomUUID()', 'uses crypto.randomUUID'],
  ['performance.now()', 'uses performance.now'],
  ['fetch(\'/\')', 'calls fetch()'],
  ['setTimeout(() => 1, 5)', 'calls setTimeout()'],
  ['async () => 1', 'holds an async function'],
])('a rule gives the same answer tomorrow: no %s', (code, what) => {
  expect(judgeWith({ [rule]: `// 规则：不问时间\nexport const answer = ${code}\n` }).trespasses)
    .toContain(sentence('purity', `${rule}:2 is a rule and ${what}`))
})

test('words of the same sound in texts and comments are no trespass', () => {
  expect(judgeWith({ [rule]: '// not Date.now(), not Math.random()\nexport const it = \'process.env new Date()\'\n' }).trespasses).toEqual([])
})

test('a noun of two words is a rule where it has rows, and a sentence where it has none', () => {
  const code = 'export const at = Date.now()\n'
  expect(judgeWith({ 'server/modules/casework/task-group.ts': `${code}export const open = () => at > 0\n` }).trespasses).toEqual([
    sentence('purity', 'server/modules/casework/task-group.ts:1 is a rule and uses Date.now'),
  ])
  expect(judgeWith({ 'server/modules/casework/return-task.ts': code }).trespasses).toEqual([])
})

test('kernel files on which rules rest are held to the same', () => {
  expect(judgeWith({ 'server/kernel/money.ts': 'import { http } from \'./http.ts\'\nexport const cents = (_: number) => [Math.random(), http].length\n' }).trespasses).toEqual([
    sentence('rules', 'server/kernel/money.ts:1 is a rule and imports \'./http.ts\''),
    sentence('purity', 'server/kernel/money.ts:2 is a rule and uses Math.random'),
  ])
})

test('an operation does not hide under a noun', () => {
  expect(judgeWith({ 'server/modules/casework/search.ts': 'declare const operation: (it: unknown) => unknown\nexport default operation({})\n' }).trespasses).toEqual([
    sentence('sentence', 'server/modules/casework/search.ts:2 is named by a noun and declares operation()'),
  ])
})
