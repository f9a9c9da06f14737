// npm run bench -- figures: how soon the page of figures of a large county comes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bodies, categories, county, team } from '#server/demo/cast.ts'
import { readConfig } from '#server/config.ts'
import { openHouse } from '#server/house.ts'
import { serverDatabase } from '#server/kernel/database.ts'
import { vaultOf } from '#server/kernel/vault.ts'
import { rebuildCounty } from '#server/modules/insight/index.ts'
import { startPostgres } from '#server/test/start-postgres.ts'
import { median } from '../measure.ts'
import { countyOf, secret, type County } from './fill.ts'
import { countFigureCases, forgetSums, sumsStand } from './figures.sql.ts'
import { at, filled, installAt, keptFrom, measuring, warmed } from './scale.ts'
import { signInAll } from './sign-in-all.ts'

/** One page of figures, in milliseconds. */
export interface FigurePage {
  name: string
  /** The first request that a new web process answers. */
  first: number
  /** The median of those that come after it. */
  then: number
  /** The same median while no sums stand: counted from the rows of each case. */
  rows: number
}

const roundsOf = 7

/** What is asked: the year with most cases in it, and parts of it. */
const asked = (year: number): Record<string, string> => ({
  'a year of the county': `figures?period=${year}`,
  'a quarter of the county': `figures?period=${year}-Q2`,
  'a month of the county': `figures?period=${year}-05`,
  'two weeks of the county': `figures?period=${year}-05-04..${year}-05-17`,
  'a year of a subdistrict': `figures?period=${year}&region=11`,
  'a year of a community': `figures?period=${year}&region=101`,
  'a year of a department': `figures?period=${year}&body=${bodies.lamps.id}`,
  'a year of a category': `figures?period=${year}&category=${categories[0]!.key}`,
  'a year of a channel': `figures?period=${year}&channel=resident_app`,
  'a year of the county as a workbook': `figures/file?period=${year}&format=xlsx`,
  'replies in time of a year, the first page of them': `figures/cases?period=${year}&figure=reply.onTime`,
})

/** @returns the pages, and how long all rows and sums took to be made */
export async function measureFigures(howMany: number, say: (what: string) => void): Promise<{ pages: FigurePage[]; made_s: number | null }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongzhi-figures-'))
  const keptIn = join(tmpdir(), 'gongzhi-scale')
  const closing: (() => Promise<void> | void)[] = [() => rmSync(dataDir, { recursive: true, force: true })]
  try {
    const one = await filled(keptIn, async (server) => [await countyOf(server, howMany, howMany < keptFrom, vaultOf(secret), dataDir, say)])
    const postgres = await startPostgres({ keptIn, settings: measuring })
    closing.push(postgres.stop)
    const standing: County = { ...one[0]!, url: at(postgres, one[0]!) }
    const made = await madeFigures(standing, dataDir, say)
    const cookie = (await signInAll(standing)).get(`office ${team.centre.person}`)!
    say('Reading everything once …')
    await warmed(standing)
    const names = Object.entries(asked(new Date(standing.cases.until).getUTCFullYear() - 1))
    const pages: FigurePage[] = []
    for (const [name, path] of names) {
      say(`Asking for ${name} …`)
      const took = await tookOf(standing.url, dataDir, cookie, path)
      pages.push({ name, first: took[0]!, then: median(took.slice(1)), rows: 0 })
    }
    const db = serverDatabase(standing.url, { connectionsMax: 1, prepare: false })
    closing.push(() => db.close())
    await forgetSums(db)
    for (const [i, [name, path]] of names.entries()) {
      say(`Asking for ${name}, without sums …`)
      pages[i]!.rows = median((await tookOf(standing.url, dataDir, cookie, path, 3)).slice(1))
    }
    await sumsStand(db)
    return { pages, made_s: made }
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

/** How long a new web process takes to answer, time after time. */
async function tookOf(url: string, dataDir: string, cookie: string, path: string, rounds = roundsOf): Promise<number[]> {
  const { port, processes } = await installAt(url, dataDir, 'serve')
  try {
    const took: number[] = []
    for (let i = 0; i < rounds; i++) {
      const begun = performance.now()
      const reply = await fetch(`http://127.0.0.1:${port}/api/v1/counties/${county}/${path}`, { headers: { cookie, 'gongzhi-app': 'office' } })
      await reply.arrayBuffer()
      if (reply.status !== 200) throw new Error(`${path}: ${reply.status}`)
      took.push(performance.now() - begun)
    }
    return took
  } finally {
    for (const one of processes) await one.stop()
  }
}

/** @returns how long it took; null where they stood already */
async function madeFigures({ url, howMany }: County, dataDir: string, say: (what: string) => void): Promise<number | null> {
  const house = await openHouse(readConfig({ DATABASE_URL: url, DATA_DIR: dataDir, DEMO: '1', SECRET: secret.toString('base64'), LOG_LEVEL: 'silent' }))
  try {
    if ((await countFigureCases(house.rooms.db)) >= howMany) return null
    say('Making the rows that figures are counted from, and their sums …')
    const begun = performance.now()
    await rebuildCounty(house.rooms, county, say)
    await house.rooms.db.run('vacuum (analyze) figure_cases, figure_marks, figure_sums, figure_folded')
    return (performance.now() - begun) / 1000
  } finally {
    await house.close()
  }
}

/** The figures by the names under which they are compared from run to run. */
export function figurePages(howMany: number, { pages, made_s }: Awaited<ReturnType<typeof measureFigures>>) {
  const rounded = (of: (page: FigurePage) => number) => Object.fromEntries(pages.map((page) => [page.name, Math.round(of(page))]))
  return { cases: howMany, first_ms: rounded((page) => page.first), then_ms: rounded((page) => page.then), from_rows_ms: rounded((page) => page.rows), made_s: made_s && Math.round(made_s) }
}

/** The table that a person reads. */
export function figureTable(pages: readonly FigurePage[]): string {
  const rows = [['', 'first ms', 'then ms', 'from rows ms'], ...pages.map(({ name, first, then, rows: from }) => [name, ...[first, then, from].map((one) => one.toFixed(0))])]
  const width = Math.max(...rows.map(([name]) => name!.length))
  return rows.map(([name, ...cells]) => [name!.padEnd(width), ...cells.map((cell) => cell.padStart(12))].join('  ')).join('\n')
}
