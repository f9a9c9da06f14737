// npm run bench: how fast the product is, as a share of what the same machine can do at all.
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { makeCases } from './cases.ts'
import { install, tpcbDatabase } from './installation.ts'
import { measureAll, type Lengths } from './measure.ts'
import { signInPeople } from './people.ts'
import { costText, figuresOf, tableOf } from './report.ts'
import { figurePages, figureTable, measureFigures } from './scale/figures.ts'
import { measureScale } from './scale/scale.ts'
import { scaleFigures, scaleTable } from './scale/scale-report.ts'
import { prepareTpcb } from './tpcb.ts'
import { unwatched, watcherOf, type Watcher } from './watch.ts'

const usage = `npm run bench -- [scale [endpoints] | figures | paint | advice] [--quick] [--json] [--profile]

  scale      the same requests in counties of 10,000, 100,000 and 1,000,000 cases, a quarter of an hour, and at first
             as long again to fill them; only endpoints whose name begins so, where one is given
  figures    how soon the page of figures of a county of 1,000,000 cases comes: a year, a month, a department
  paint      how soon a phone on a slow network shows the residents' home
  advice     how well the help with sorting and dispatching guesses, on real records beside the project (../shared/data)
  --quick    ends within some minutes; the figures are rougher
  --json     prints only the figures, as JSON
  --profile  looks into the processes while it measures, and writes what it saw to bench/profile.txt; slower
`

const flags = ['--quick', '--json', '--profile']
const args = process.argv.slice(2)
const [bench, only = ''] = args.filter((arg) => !flags.includes(arg))
if (bench !== undefined && bench !== 'scale' && bench !== 'figures' && bench !== 'paint' && bench !== 'advice') {
  console.log(usage)
  process.exit(args.includes('--help') ? 0 : 2)
}
const [isQuick, isJson, isLookedInto] = flags.map((flag) => args.includes(flag))

const lengths: Lengths = isQuick ? { rounds: 3, writeSeconds: 3, readSeconds: 2 } : { rounds: 5, writeSeconds: 8, readSeconds: 5 }
const residents = 1_000
const casesRead = isQuick ? 150 : 300

const say = (what: string) => isJson || console.error(what)
const fileBeside = (name: string) => new URL(name, import.meta.url)
const machine = () => ({ cores: availableParallelism(), processor: cpus()[0]?.model, load: loadavg()[0], node: process.version })
/** Each bench has its section. */
function keep(section: 'speed' | 'scale' | 'figures' | 'paint' | 'advice', results: object): void {
  const kept = JSON.parse(readFileSync(fileBeside('results.json'), 'utf8')) as object
  writeFileSync(fileBeside('results.json'), `${JSON.stringify({ ...kept, [section]: results }, null, 2)}\n`)
}
const about = () => ({ quick: isQuick, at: new Date().toISOString(), machine: machine() })

if (bench === 'paint') {
  const { measurePaint } = await import('./paint.ts')
  const painted = { ...(await measurePaint(isQuick ? 3 : 5)), ...about() }
  keep('paint', painted)
  console.log(JSON.stringify(painted, null, 2))
  process.exit()
}
if (bench === 'advice') {
  const { adviceTable, measureAdvice } = await import('./advice/advice.ts')
  const advised = measureAdvice(say)
  if (!advised) {
    console.log('The real records that this is measured on do not lie beside the project (../shared/data): nothing was measured.')
    process.exit()
  }
  const figures = { ...advised, ...about() }
  keep('advice', figures)
  console.log(isJson ? JSON.stringify(figures) : adviceTable(advised))
  process.exit()
}
if (bench === 'figures') {
  const howMany = isQuick ? 100_000 : 1_000_000
  const measured = await measureFigures(howMany, say)
  const figures = { ...figurePages(howMany, measured), ...about() }
  keep('figures', figures)
  console.log(isJson ? JSON.stringify(figures) : figureTable(measured.pages))
  process.exit()
}
if (bench === 'scale') {
  const scaleLengths = isQuick ? { sizes: [10_000, 100_000], rounds: 3, slices: 1 } : { sizes: [10_000, 100_000, 1_000_000], rounds: 5, slices: 1 }
  const scaled = await measureScale(scaleLengths, only, say)
  const figures = { ...scaleFigures(scaleLengths.sizes, scaled), ...about() }
  if (only === '') keep('scale', figures)
  console.log(isJson ? JSON.stringify(figures) : scaleTable(scaleLengths.sizes, scaled))
  process.exit()
}

say('Starting PostgreSQL, the web process and the worker …')
const on = await install(isLookedInto!)
let watcher: Watcher | undefined
try {
  say(`Making ${residents} residents, ${casesRead} cases under way and an inbox of ${casesRead} …`)
  await prepareTpcb(on.postgres, tpcbDatabase)
  const people = await signInPeople(on.db, on.vault, residents)
  const cases = await makeCases(on.port, people, casesRead)
  watcher = isLookedInto ? await watcherOf(on) : undefined
  say('Measuring …')
  const warmUp: Lengths = { rounds: 1, writeSeconds: 1, readSeconds: 1 }
  await measureAll(on, people, cases, warmUp, unwatched)
  const measured = await measureAll(on, people, cases, lengths, watcher?.watch ?? unwatched)
  const figures = figuresOf(measured)
  const results = { ...figures, ...about(), rounds: measured.rates, p99_ms: measured.p99 }
  keep('speed', results)
  if (watcher) writeFileSync(fileBeside('profile.txt'), costText(watcher.costs))
  console.log(isJson ? JSON.stringify(results) : tableOf(figures, measured))
} finally {
  watcher?.close()
  await on.stop()
}
process.exit()
