import { expect, test } from 'vitest'
import { judgeWith, sentence } from './planted-tree.ts'

const rows = 'server/modules/casework/case.sql.ts'

const judgeRows = (text: string) => judgeWith({ [rows]: text }).trespasses

test.each([
  'sql`select * from cases c join "regions" r on r.id = c.town`',
  'sql`select * from cases c left join lateral (select 1) x on true, public.regions`',
  'sql`select 1 from cases as c (id, at), only regions`',
  'sql`select 1 from jsonb_to_recordset(${1}) as g(id int), regions`',
  'sql`select (select max(id) from Regions)`',
  'sql`insert into regions (id) values (${1})`',
  'sql`insert into cases select * from regions`',
  'sql`update regions set id = ${1}`',
  'sql`delete from cases using regions`',
  'sql`merge into cases using regions on true`',
  'sql`with old as (delete from regions returning id) select * from old`',
  'sql`with regions as (select * from regions) select * from regions`',
  'sql`select 1 from ${raw(\'regions\')}`',
  'statement`select 1 from regions`',
  'raw(`from regions`)',
  'raw(\'regions\')',
  'tx.query(\'select * from regions\')',
  'db.run(`truncate table regions`)',
])('a module names no table of another: %s', (query) => {
  const head = 'import statement, { raw } from \'sql-template-tag\'\nexport const one = (sql: any, db: any, tx: any) => [statement, raw, sql, db, tx,\n'
  expect(judgeRows(`${head}${query}]\n`)).toEqual([sentence('tables', `${rows}:3 names 'regions', a table of regions`)])
})

test('nor a table of the kernel, nor the kernel one of a module', () => {
  expect(judgeRows('export const one = (sql: any) => sql`select 1 from facts`\n'))
    .toEqual([sentence('tables', `${rows}:1 names 'facts', a table of kernel`)])
  expect(judgeWith({ 'server/kernel/relay.ts': 'export const one = (sql: any) => sql`select 1 from pgboss.job, cases`\n' }).trespasses)
    .toEqual([sentence('tables', 'server/kernel/relay.ts:1 names \'cases\', a table of casework')])
})

test('a view that is published is free to read and not to write; one that isn\'t is not', () => {
  expect(judgeRows('export const one = (sql: any) => [sql`select * from town_names`,\n sql`delete from town_names`]\n'))
    .toEqual([sentence('tables', `${rows}:2 names 'town_names', a view of regions, which may only be read`)])
  const hidden = '-- module: regions\ncreate table regions (id integer primary key);\ncreate view town_names as select id from regions;\n'
  expect(judgeWith({ 'server/migrations/0001_regions.sql': hidden }).trespasses)
    .toEqual([sentence('tables', 'server/modules/casework/task-group.sql.ts:3 names \'town_names\', a view of regions')])
})

test('a name that no migration creates, and text put together at run time, can\'t be judged', () => {
  expect(judgeRows('export const one = (sql: any, raw: any, own: string) => [\n sql`select 1 from case_s`,\n sql`select 1 from ${raw(own)}`]\n')).toEqual([
    sentence('tables', `${rows}:2 names 'case_s', which no migration creates`),
    sentence('tables', `${rows}:3 puts SQL together as text at run time, so that nobody can see what it names`),
  ])
})

test('names of its own queries, functions of PostgreSQL and the catalogue are free', () => {
  expect(judgeRows(`export const one = (sql: any, raw: any, rows: any, told: any) => [
    sql\`with open as materialized (select * from cases), n(id) as (select 1), told as (\${told}) select * from open join n on true, told\`,
    sql\`select extract(epoch from now() - c.at), trim(both from c.note), 'from regions' from cases c -- join regions
      where a is distinct from town /* from regions */ for no key update of c\`,
    sql\`insert into cases (id) values (1) on conflict (id) do update set id = excluded.id\`,
    sql\`update cases as c set id = v.id from (values \${rows}) as v (id) where v.id = c.id order by id \${raw('desc')}\`,
    sql\`select 1 from generate_series(1, 2) n, lateral jsonb_array_elements(n) e, unnest(\${rows}::uuid[]) with ordinality, pg_stat_activity\`,
    sql\`select from_town, 网格 from cases join task_groups using (id)\`,
  ]\n`)).toEqual([])
})

test('a function of the migrations is its module\'s, unless it is published or stands above every owner', () => {
  const ledger = (before: string) => ({
    'server/migrations/0003_ledger.sql': `${before}\ncreate function post_entry(a int) returns int language sql return a;\n`,
    [rows]: 'export const one = (sql: any) => sql`select post_entry(${1}), count(*) from cases`\n',
  })
  expect(judgeWith(ledger('-- module: ledger')).trespasses)
    .toEqual([sentence('tables', `${rows}:1 calls post_entry(), a function of ledger`)])
  expect(judgeWith(ledger('-- module: ledger\n-- published function')).trespasses).toEqual([])
  expect(judgeWith(ledger('')).trespasses).toEqual([])
})
