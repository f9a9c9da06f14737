import { expect, test } from 'vitest'
import { judgeWith, sentence } from './planted-tree.ts'

const list = 'server/migrations/without-county.ts'
const third = 'server/migrations/0003_boards.sql'

test.each([
  ['0004_boards.sql', '0004_boards.sql stands where number 0003 should'],
  ['0002_boards.sql', '0002_casework.sql stands where number 0003 should'],
  ['3-Boards.sql', '3-Boards.sql is not named like 0001_regions.sql'],
])('numbers have no gap, no double, and say what they bring: %s', (name, found) => {
  expect(judgeWith({ [`server/migrations/${name}`]: 'select 1;' }).trespasses)
    .toEqual([sentence('migrations', `server/migrations/${found}`)])
})

test('no trigger; the word alone is none', () => {
  const planted = `-- create trigger
    comment on table cases is 'create trigger';
    create or replace
      trigger t after insert on cases execute function f();`
  expect(judgeWith({ [third]: planted }).trespasses).toEqual([sentence('triggers', `${third}:3 creates a trigger`)])
})

test('every table says whose it is, and names a module that exists', () => {
  const planted = `create table posters (county integer primary key);
    -- module: petitions
    create table petitions (county integer primary key);`
  expect(judgeWith({ [third]: planted }).trespasses).toEqual([
    sentence('owners', `${third}:1 creates the table 'posters' and says not whose it is`),
    sentence('owners', `${third}:3 gives the table 'petitions' to 'petitions', which is no module`),
  ])
})

test('a table whose key does not begin with its county stands in the list', () => {
  const planted = `-- module: boards

    create table boards (
      id uuid primary key,
      county integer not null
    );
    create table posts (body text);`
  expect(judgeWith({ [third]: planted }).trespasses).toEqual([
    sentence('county', `${third}:3 creates the table 'boards', whose key doesn't begin with county`),
    sentence('county', `${third}:7 creates the table 'posts', whose key doesn't begin with county`),
  ])
})

test('the list says nothing that is no longer so', () => {
  const planted = `export const withoutCounty: Record<string, string> = {
    regions: 'the tree',
    cases: 'none',
    grids: 'gone',
  }`
  expect(judgeWith({ [list]: planted }).trespasses).toEqual([
    sentence('county', `${list}:3 lists 'cases', which has a county`),
    sentence('county', `${list}:4 lists 'grids', which no migration creates`),
  ])
  const bare = `export const withoutCounty = { regions: ' ' } satisfies Record<string, string>`
  expect(judgeWith({ [list]: bare }).trespasses)
    .toEqual([sentence('county', `${list}:1 lists 'regions', without a reason`)])
})

test('without the list, every such table is named', () => {
  const first = 'server/migrations/0001_regions.sql'
  for (const text of [undefined, 'export const withoutCountry = {}']) {
    expect(judgeWith({ [list]: text }).trespasses)
      .toEqual([sentence('county', `${first}:3 creates the table 'regions', whose key doesn't begin with county`)])
  }
})

test('later migrations count: what is renamed, dropped, parted or given a key', () => {
  const planted = `-- module: boards
    create table if not exists boards (id uuid);
    alter table boards add column if not exists county integer, add primary key (county, id);
    create table shelves (id uuid primary key);
    drop table if exists shelves, nothing;
    create table "papers" (county integer, state text check (state in ('a', 'b')), primary key (county, state))
      partition by list (county);
    create table papers_of_one partition of papers for values in (1);
    alter table boards rename to notice_boards;`
  const reading = 'export const one = (sql: any) => sql`select 1 from notice_boards, papers_of_one`'
  expect(judgeWith({ [third]: planted, 'server/modules/boards/board.sql.ts': reading }).trespasses).toEqual([])
})

test('a later migration may take the county away again, and then says so', () => {
  const planted = `-- module: boards
    create table boards (county integer, place integer);
    alter table boards drop column county;
    create table shelves (county integer, place integer);
    alter table shelves rename column county to district;
    create table leaflets (county integer, id uuid);
    alter table leaflets add primary key (id, county);`
  expect(judgeWith({ [third]: planted }).trespasses).toEqual([
    sentence('county', `${third}:2 creates the table 'boards', whose key doesn't begin with county`),
    sentence('county', `${third}:4 creates the table 'shelves', whose key doesn't begin with county`),
    sentence('county', `${third}:6 creates the table 'leaflets', whose key doesn't begin with county`),
  ])
})

test('columns and those of bytes are known, for the check of personal fields', () => {
  const planted = `-- module: boards
    create table boards (county integer, seal bytea not null,
      primary key (county)) with (fillfactor = 70, user_catalog_table = false);
    alter table boards add column phone bytea, add constraint phone_known check (phone is not null);`
  const boards = judgeWith({ [third]: planted }).things.find(({ name }) => name === 'boards')
  expect(boards).toMatchObject({ columns: ['county', 'seal', 'phone'], bytes: ['seal', 'phone'] })
})
