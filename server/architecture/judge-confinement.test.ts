import { expect, test } from 'vitest'
import { judgeWith, sentence } from './planted-tree.ts'

const submit = 'server/modules/casework/submit-appeal.ts'

test.each(['sql-template-tag', 'pg', 'pg-copy-streams', '@electric-sql/pglite'])(
  '%s is imported where SQL may stand, and nowhere else',
  (name) => {
    expect(judgeWith({ [submit]: `import type * as it from '${name}'\nexport default (_: it) => 1` }).trespasses)
      .toEqual([sentence('sql', `${submit}:1 imports '${name}'`)])
    expect(judgeWith({
      'server/kernel/relay.ts': `import '${name}'`,
      'server/modules/casework/case.sql.ts': `import '${name}'`,
      'server/test/postgres.ts': `import '${name}'`,
    }).trespasses).toEqual([])
  },
)

test('SQL is written nowhere else, neither as a template nor as text for a database handed in', () => {
  const planted = `export default (rooms: any, sql: any) => [
    sql\`select 1\`,
    rooms.db.run('vacuum'),
    rooms.db.query(\`select 1\`),
  ]`
  expect(judgeWith({ [submit]: planted }).trespasses).toEqual([
    sentence('sql', `${submit}:2 writes SQL in a sql\`…\` template`),
    sentence('sql', `${submit}:3 hands SQL to the database as plain text`),
    sentence('sql', `${submit}:4 hands SQL to the database as plain text`),
  ])
})

test('what is named query or run for another reason is no SQL', () => {
  const planted = `export default (tx: any, work: any, rows: any) => [tx.query(rows.open), work.run('now')]`
  expect(judgeWith({ [submit]: planted }).trespasses).toEqual([])
})

test.each([
  'process.env.PORT', 'globalThis.process.env', `process['env']`, '(() => { const { env } = process; return env })()',
])('only config.ts reads the environment: not %s', (code) => {
  expect(judgeWith({ 'server/main.ts': `export const it = ${code}` }).trespasses)
    .toEqual([sentence('environment', 'server/main.ts:1 reads process.env')])
})

test('nor by importing it', () => {
  expect(judgeWith({ [submit]: `import { env } from 'node:process'\nexport default env` }).trespasses)
    .toEqual([sentence('environment', `${submit}:1 reads process.env`)])
})

test.each(['fastify', '@fastify/cookie'])('%s is known to the kernel alone', (name) => {
  expect(judgeWith({ 'server/main.ts': `import it from '${name}'\nexport default it` }).trespasses)
    .toEqual([sentence('fastify', `server/main.ts:1 imports '${name}'`)])
})
