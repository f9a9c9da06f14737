import { expect, test } from 'vitest'
import { judgeWith, sentence } from './planted-tree.ts'

const list = 'server/migrations/without-county.ts'
const third = 'server/migrations/0003_boards.sql'

test('numbers have no gap, no double, and say what they bring', () => {
  expect(judgeWith({ 'server/migrations/0004_boards.sql': 'select 1;\n' }).trespasses)
    .toEqual([sentence('migrations', 'server/migrations/0004_boards.sql stands where number 0003 should')])
  expect(judgeWith({ 'server/migrations/0002_boards.sql': 'select 1;\n' }).trespasses)
    .toEqual([sentence('migrations', 'server/migrations/0002_casework.sql stands where number 0003 should')])
  expect(judgeWith({ 'server/migrations/3-Boards.sql': 'select 1;\n' }).trespasses)
    .toEqual([sentence('migrations', 'server/migrations/3-Boards.sql is not named like 0001_regions.sql')])
})

test('no trigger; the word alone is none', () => {
  expect(judgeWith({ [third]: '-- create trigger\ncomment on table cases is \'create trigger\';\ncreate or replace\n  trigger t after insert on cases execute function f();\n' }).trespasses)
    .toEqual([sentence('triggers', `${third}:3 creates a trigger`)])
})

test('every table says whose it is, and names a module that exists', () => {
  expect(judgeWith({ [third]: 'create table posters (county integer primary key);\n-- module: petitions\ncreate table petitions (county integer primary key);\n' }).trespasses).toEqual([
    sentence('owners', `${third}:1 creates the table 'posters' and says not whose it is`),
    sentence('owners', `${third}:3 gives the table 'petitions' to 'petitions', which is no module`),
  ])
})

test('a table whose key does not begin with its county stands in the list', () => {
  expect(judgeWith({ [third]: '-- module: boards\n\ncreate table boards (\n  id uuid primary key,\n  county integer not null\n);\ncreate table posts (body text);\n' }).trespasses).toEqual([
    sentence('county', `${third}:3 creates the table 'boards', whose key doesn't begin with county`),
    sentence('county', `${third}:7 creates the table 'posts', whose key doesn't begin with county`),
  ])
})

test('the list says nothing that is no longer so', () => {
  const entries = '  regions: \'the tree\',\n  cases: \'none\',\n  grids: \'gone\',\n'
  expect(judgeWith({ [list]: `export const withoutCounty: Record<string, string> = {\n${entries}}\n` }).trespasses).toEqual([
    sentence('county', `${list}:3 lists 'cases', which has a county`),
    sentence('county', `${list}:4 lists 'grids', which no migration creates`),
  ])
  expect(judgeWith({ [list]: 'export const withoutCounty = { regions: \' \' } satisfies Record<string, string>\n' }).trespasses)
    .toEqual([sentence('county', `${list}:1 lists 'regions', without a reason`)])
})

test('later migrations count: what is renamed, dropped, parted or given a key', () => {
  expect(judgeWith({
    [third]: `-- module: boards
create table if not exists boards (id uuid);
alter table boards add column if not exists county integer, add primary key (county, id);
create table shelves (id uuid primary key);
drop table if exists shelves, nothing;
create table "papers" (county integer, state text check (state in ('a', 'b')), primary key (county, state)) partition by list (county);
create table papers_of_one partition of papers for values in (1);
alter table boards rename to notice_boards;
`,
    'server/modules/boards/board.sql.ts': 'export const one = (db: any) => [db.selectFrom(\'notice_boards\'), db.selectFrom(\'papers_of_one\')]\n',
  }).trespasses).toEqual([])
})
