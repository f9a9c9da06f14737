import { expect, test } from 'vitest'
import { judgeWith, sentence } from './planted-tree.ts'

const submit = 'server/modules/casework/submit-appeal.ts'

test.each(['sql-template-tag', 'pg', 'pg-copy-streams', '@electric-sql/pglite'])('%s is imported where SQL may stand, and nowhere else', (name) => {
  expect(judgeWith({ [submit]: `import type * as it from '${name}'\nexport default (_: it) => 1\n` }).trespasses)
    .toEqual([sentence('sql', `${submit}:1 imports '${name}'`)])
})

test('nobody but tests, rows and the kernel writes SQL, whether as a template or through a database handed in', () => {
  expect(judgeWith({ [submit]: 'export default (rooms: any, sql: any) => [\n  sql`select 1`,\n  rooms.db.run(\'vacuum\'),\n  rooms.db.query(`select 1`),\n]\n' }).trespasses).toEqual([
    sentence('sql', `${submit}:2 writes SQL in a sql\`…\` template`),
    sentence('sql', `${submit}:3 hands SQL to the database as plain text`),
    sentence('sql', `${submit}:4 hands SQL to the database as plain text`),
  ])
})

test.each([
  'process.env.PORT', 'globalThis.process.env', 'process[\'env\']', '(() => { const { env } = process; return env })()',
])('only config.ts reads the environment: not %s', (code) => {
  expect(judgeWith({ 'server/main.ts': `export const it = ${code}\n` }).trespasses)
    .toEqual([sentence('environment', 'server/main.ts:1 reads process.env')])
})

test('nor by importing it', () => {
  expect(judgeWith({ [submit]: 'import { env } from \'node:process\'\nexport default env\n' }).trespasses)
    .toEqual([sentence('environment', `${submit}:1 reads process.env`)])
})

test.each(['fastify', '@fastify/cookie'])('%s is known to the kernel alone', (name) => {
  expect(judgeWith({ 'server/main.ts': `import it from '${name}'\nexport default it\n` }).trespasses)
    .toEqual([sentence('fastify', `server/main.ts:1 imports '${name}'`)])
})
