import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { judge } from './judge.ts'
import { laws, type Law } from './law.ts'

/** A small house in order, with something of each kind that the law looks at. Trespasses are planted into it. */
const houseInOrder: Record<string, string> = {
  '.gitignore': 'node_modules/\n/dist/\n',
  'package.json': JSON.stringify({
    imports: { '#contract/*': './contract/*', '#words/*': './words/*', '#server/*': './server/*', '#screen/*': './screen/*' },
  }),
  'contract/paths.ts': 'export const paths = { submitAppeal: \'POST /appeals\' }\n',
  'contract/casework.ts': 'import { Type } from \'typebox\'\nimport { paths } from \'./paths.ts\'\nexport const submitAppeal = Type.Object({ path: Type.Literal(paths.submitAppeal) })\n',
  'words/zh.ts': 'export const zh = { appeal: \'诉求\' }\n',
  'screen/call.ts': 'import type { submitAppeal } from \'#contract/casework.ts\'\nimport { paths } from \'#contract/paths.ts\'\nexport const call = (_: typeof submitAppeal) => paths\n',
  'office/main.tsx': 'import { submitAppeal } from \'#contract/casework.ts\'\nimport { call } from \'#screen/call.ts\'\nexport const page = <p>{String(call(submitAppeal))}</p>\n',
  'resident/main.tsx': 'import { zh } from \'#words/zh.ts\'\nimport { call } from \'#screen/call.ts\'\nexport const page = <p title={String(call)}>{zh.appeal}</p>\n',
  'server/config.ts': 'export const port = Number(process.env.PORT)\n',
  'server/house.ts': 'import submit from \'./modules/casework/submit-appeal.ts\'\nexport const operations = [submit]\n',
  'server/main.ts': 'import { operations } from \'./house.ts\'\nimport { port } from \'./config.ts\'\nimport \'./kernel/http.ts\'\nconsole.log(operations, port)\n',
  'server/facts/casework.ts': 'export interface CaseworkFacts { \'appeal.received\': { county: number } }\n',
  'server/kernel/http.ts': 'import fastify from \'fastify\'\nexport const http = fastify()\n',
  'server/kernel/money.ts': 'export const cents = (yuan: number) => Math.round(yuan * 100)\n',
  'server/kernel/database.ts': 'import sql from \'sql-template-tag\'\nexport const seen = sql`select seq from facts`\n',
  'server/modules/regions/index.ts': 'export { townOf } from \'./region.sql.ts\'\nexport interface Town { id: number }\n',
  'server/modules/regions/region.sql.ts': 'import sql from \'sql-template-tag\'\nexport const townOf = (id: number) => sql`select r.town from regions r where id = ${id}`\n',
  'server/modules/casework/README.md': '# Casework\n',
  'server/modules/casework/tables.ts': 'export interface Case { id: string }\n',
  'server/modules/casework/case.ts': 'import { cents } from \'#server/kernel/money.ts\'\nimport type { Town } from \'#server/modules/regions/index.ts\'\nimport { open } from \'./task-group.ts\'\nexport const whyNotClose = (town: Town, now: Date) => open(town.id) && cents(now.getTime()) ? undefined : \'case.open\'\nexport const day = (text: string) => new Date(text)\n',
  'server/modules/casework/task-group.ts': 'export const open = (tasks: number) => tasks > 0\n',
  'server/modules/casework/task-group.sql.ts': 'import sql from \'sql-template-tag\'\nexport const insertGroup = sql`insert into task_groups (county, id) select * from jsonb_to_recordset(${1}) as g(county int, id uuid)`\nexport const towns = sql`select name from town_names`\n',
  'server/modules/casework/submit-appeal.ts': 'import { submitAppeal } from \'#contract/casework.ts\'\nimport { townOf } from \'#server/modules/regions/index.ts\'\nimport type { CaseworkFacts } from \'#server/facts/casework.ts\'\nimport { http } from \'#server/kernel/http.ts\'\nimport { whyNotClose } from \'./case.ts\'\nexport default async () => [submitAppeal, townOf, whyNotClose, http, {} as CaseworkFacts]\n',
  'server/modules/casework/submit-appeal.test.ts': 'import { operations } from \'#server/house.ts\'\nimport sql from \'sql-template-tag\'\nimport { test } from \'vitest\'\ntest(\'a test may look at everything\', () => [operations, sql`select * from regions`, process.env.HOME])\n',
  'server/migrations/0001_regions.sql': '-- module: regions\ncreate table regions (\n  id integer primary key,\n  town integer,\n  name text\n);\n-- published view\ncreate view town_names as select name from regions;\n',
  'server/migrations/0002_casework.sql': '-- module: kernel\ncreate table facts (county integer, seq bigint, primary key (county, seq));\n\n-- module: casework\ncreate table cases (county integer not null, id uuid, note text default \'create trigger; (\', primary key (county, id));\ncreate table task_groups (county integer not null, id uuid);\n',
  'server/migrations/without-county.ts': 'export const withoutCounty: Record<string, string> = {\n  regions: \'the tree that counties are part of\',\n}\n',
  'journeys/story.ts': 'import \'#server/main.ts\'\n',
}

/** Writes the house in order with these files over it (undefined: without that file) and judges it. */
export function judgeWith(planted: Record<string, string | undefined>): ReturnType<typeof judge> {
  return judgeFiles({ ...houseInOrder, ...planted })
}

/** Writes these files and no others, judges them, and clears them away. */
export function judgeFiles(files: Record<string, string | undefined>): ReturnType<typeof judge> {
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
