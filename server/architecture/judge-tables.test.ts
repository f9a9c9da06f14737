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
  'sql`regions r join cases c on true`',
  'sql`regions cross join cases`',
  'sql`regions as r where r.id = 1`',
  'sql`insert into regions (id) values (${1})`',
  'sql`insert into cases select * from regions`',
  'sql`update regions set id = ${1}`',
  'sql`delete from cases using regions`',
  'sql`merge into cases using regions on true`',
  'sql`with old as (delete from regions returning id) select * from old`',
  'sql`with regions as (select * from regions) select * from regions`',
  `sql\`select 1 from \${raw('regions')}\``,
  'statement`select 1 from regions`',
  'raw(`from regions`)',
  `raw('regions')`,
  `tx.query('select * from regions')`,
  'db.run(`truncate table regions`)',
])('a module names no table of another: %s', (query) => {
  const planted = `import statement, { raw } from 'sql-template-tag'
    export const one = (sql: any, db: any, tx: any) => [statement, raw, sql, db, tx,
      ${query}]`
  expect(judgeRows(planted)).toEqual([sentence('tables', `${rows}:3 names 'regions', a table of regions`)])
})

test('nor a table of the kernel, nor the kernel one of a module', () => {
  expect(judgeRows('export const one = (sql: any) => sql`select 1 from facts`'))
    .toEqual([sentence('tables', `${rows}:1 names 'facts', a table of kernel`)])
  const relay = 'server/kernel/relay.ts'
  const planted = 'export const one = (sql: any, raw: any, own: string) => sql`select ${raw(own)} from migrations, cases`'
  expect(judgeWith({ [relay]: planted }).trespasses)
    .toEqual([sentence('tables', `${relay}:1 names 'cases', a table of casework`)])
})

test(`a view that is published is free to read and not to write; one that isn't is not`, () => {
  const both = 'export const one = (sql: any) => [sql`select * from town_names`,\n sql`delete from town_names`]'
  expect(judgeRows(both))
    .toEqual([sentence('tables', `${rows}:2 names 'town_names', a view of regions, which may only be read`)])
  const hidden = `-- module: regions
    create table regions (id integer primary key);
    create view town_names as select id from regions;`
  expect(judgeWith({ 'server/migrations/0001_regions.sql': hidden }).trespasses).toEqual([
    sentence('tables', `server/modules/casework/task-group.sql.ts:6 names 'town_names', a view of regions`),
  ])
})

test(`a name that no migration creates, and text put together at run time, can't be judged`, () => {
  const planted = `export const one = (sql: any, raw: any, own: string) => [
    sql\`select 1 from case_s\`,
    sql\`select 1 from \${raw(own)}\`]`
  expect(judgeRows(planted)).toEqual([
    sentence('tables', `${rows}:2 names 'case_s', which no migration creates`),
    sentence('tables', `${rows}:3 puts SQL together as text at run time, so that nobody can see what it names`),
  ])
})

test.each([
  'with open as materialized (select * from cases), n(id) as (select 1) select * from open join n on true',
  'with told as (${told}), recursive_up as (select 1) select * from told, recursive_up',
  'select extract(epoch from now() - c.at), trim(both from c.note) from cases c',
  `select 'from regions' from cases -- join regions`,
  'select 1 from cases where a is distinct from town /* from regions */ for no key update of cases',
  'insert into cases (id) values (1) on conflict (id) do update set id = excluded.id, note = excluded.note',
  `update cases as c set id = v.id from (values \${rows}) as v (id) where v.id = c.id order by id \${raw('desc')}, note`,
  'select 1 from generate_series(1, 2) n, lateral jsonb_array_elements(n) e, unnest(${rows}::uuid[]) with ordinality',
  'select from_town, 网格 from cases join task_groups using (id)',
  'regions is null or cases = 1',
  'select 1 from pg_stat_activity, information_schema.tables',
])('names of its own queries, functions of PostgreSQL and the catalogue are free: %s', (query) => {
  expect(judgeRows(`export const one = (sql: any, raw: any, rows: any, told: any) => [raw, rows, told, sql\`${query}\`,
    Array.from('regions')]`)).toEqual([])
})

test(`a function of the migrations is its module's, unless it is published or stands above every owner`, () => {
  const ledger = (before: string) => ({
    'server/migrations/0003_ledger.sql': `${before}\ncreate function post_entry(a int) returns int language sql return a;`,
    [rows]: 'export const one = (sql: any) => sql`select post_entry(${1}), count(*) from cases`',
  })
  expect(judgeWith(ledger('-- module: ledger')).trespasses)
    .toEqual([sentence('tables', `${rows}:1 calls post_entry(), a function of ledger`)])
  expect(judgeWith(ledger('-- module: ledger\n-- published function')).trespasses).toEqual([])
  expect(judgeWith(ledger('')).trespasses).toEqual([])
})
