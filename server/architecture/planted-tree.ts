import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { judge, type Judgement } from './judge.ts'
import { laws, type Law } from './law.ts'

type Files = Record<string, string | undefined>

/** Writes the house in order with these files over it (undefined: without that file) and judges it. */
export function judgeWith(planted: Files): Judgement {
  return judgeFiles({ ...houseInOrder, ...planted })
}

/** Writes these files and no others, judges them, and clears them away. */
export function judgeFiles(files: Files): Judgement {
  const root = mkdtempSync(join(tmpdir(), 'planted-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) continue
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return judge(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** The sentence as it is printed. */
export function sentence(law: Law, found: string): string {
  return `${found}. ${laws[law]}.`
}

/** A small house in order, with something of each kind that the law looks at. Trespasses are planted into it. */
const houseInOrder: Record<string, string> = {
  '.gitignore': 'node_modules/\n/dist/\n',
  'package.json': `{ "imports": {
    "#contract/*": "./contract/*", "#words/*": "./words/*", "#server/*": "./server/*", "#screen/*": "./screen/*"
  } }`,

  'contract/paths.ts': `export const paths = { submitAppeal: 'POST /appeals' }`,
  'contract/casework.ts': `
    import { Type } from 'typebox'
    import { paths } from './paths.ts'
    export const submitAppeal = Type.Object({ path: Type.Literal(paths.submitAppeal) })`,
  'words/zh.ts': `export const zh = { appeal: '诉求' }`,
  'screen/call.ts': `
    import type { submitAppeal } from '#contract/casework.ts'
    import { paths } from '#contract/paths.ts'
    export const call = (_: typeof submitAppeal) => paths`,
  'office/main.tsx': `
    import { submitAppeal } from '#contract/casework.ts'
    import { call } from '#screen/call.ts'
    export const page = <p>{String(call(submitAppeal))}</p>`,
  'resident/main.tsx': `
    import { zh } from '#words/zh.ts'
    import { call } from '#screen/call.ts'
    export const page = <p title={String(call)}>{zh.appeal}</p>`,
  'journeys/story.ts': `import '#server/main.ts'`,

  'server/config.ts': 'export const port = Number(process.env.PORT)',
  'server/house.ts': `
    import submit from './modules/casework/submit-appeal.ts'
    export const operations = [submit]`,
  'server/main.ts': `
    import { operations } from './house.ts'
    import { port } from './config.ts'
    import './kernel/http.ts'
    console.log(operations, port)`,
  'server/facts/casework.ts': `export interface CaseworkFacts { 'appeal.received': { county: number } }`,
  'server/kernel/http.ts': `
    import fastify from 'fastify'
    export const http = fastify()`,
  'server/kernel/money.ts': 'export const cents = (yuan: number) => Math.round(yuan * 100)',
  'server/kernel/database.ts': `
    import sql from 'sql-template-tag'
    export const seen = sql\`select seq from facts\``,

  'server/modules/regions/index.ts': `
    export { townOf } from './region.sql.ts'
    export interface Town { id: number }`,
  'server/modules/regions/region.sql.ts': `
    import sql from 'sql-template-tag'
    export const townOf = (id: number) => sql\`select r.town from regions r where id = \${id}\``,
  'server/modules/casework/README.md': '# Casework',
  'server/modules/casework/tables.ts': 'export interface Case { id: string }',
  'server/modules/casework/case.ts': `
    import { Temporal } from 'temporal-polyfill'
    import { cents } from '#server/kernel/money.ts'
    import type { Town } from '#server/modules/regions/index.ts'
    import { open } from './task-group.ts'
    export const whyNotClose = (town: Town, now: Date) => open(town.id) && cents(now.getTime()) ? undefined : 'case.open'
    export const day = (text: string) => [new Date(text), Temporal.PlainDate.from(text)]`,
  'server/modules/casework/task-group.ts': 'export const open = (tasks: number) => tasks > 0',
  'server/modules/casework/task-group.sql.ts': `
    import sql from 'sql-template-tag'
    export const insertGroup = (rows: string) => sql\`
      insert into task_groups (county, id)
      select * from jsonb_to_recordset(\${rows}) as g(county int, id uuid)\`
    export const towns = sql\`select name from town_names\``,
  'server/modules/casework/submit-appeal.ts': `
    import { submitAppeal } from '#contract/casework.ts'
    import { townOf } from '#server/modules/regions/index.ts'
    import type { CaseworkFacts } from '#server/facts/casework.ts'
    import { http } from '#server/kernel/http.ts'
    import { whyNotClose } from './case.ts'
    export default async () => [submitAppeal, townOf, whyNotClose, http, {} as CaseworkFacts]`,
  'server/modules/casework/submit-appeal.test.ts': `
    import { operations } from '#server/house.ts'
    import sql from 'sql-template-tag'
    import { test } from 'vitest'
    test('a test may look at everything', () => [operations, sql\`select * from regions\`, process.env.HOME])`,

  'server/migrations/0001_regions.sql': `
    -- module: regions
    create table regions (
      id integer primary key,
      town integer,
      name text
    );
    -- published view
    create view town_names as select name from regions;`,
  'server/migrations/0002_casework.sql': `
    -- module: kernel
    create table facts (county integer, seq bigint, primary key (county, seq));

    -- module: casework
    create table cases (
      county integer not null,
      id uuid,
      note text default 'create trigger; (',
      primary key (county, id)
    );
    create table task_groups (county integer not null, id uuid);`,
  'server/migrations/without-county.ts': `
    export const withoutCounty: Record<string, string> = {
      regions: 'the tree that counties are part of',
    }`,
}
