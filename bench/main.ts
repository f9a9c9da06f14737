// npm run bench: how fast the product is, as a share of what the same machine can do at all.
import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { makeCases } from './cases.ts'
import { install, tpcbDatabase } from './installation.ts'
import { measureAll, type Lengths } from './measure.ts'
import { signInPeople } from './people.ts'
import { costText, figuresOf, tableOf } from './report.ts'
import { prepareTpcb } from './tpcb.ts'
import { unwatched, watcherOf, type Watcher } from './watch.ts'

const usage = `npm run bench -- [--quick] [--json] [--profile]

  --quick    ends within a minute; the figures are rougher
  --json     prints only the figures, as JSON
  --profile  looks into the processes while it measures, and writes what it saw to bench/profile.txt; slower
`

const args = process.argv.slice(2)
if (args.some((arg) => !['--quick', '--json', '--profile'].includes(arg))) {
  console.log(usage)
  process.exit(args.includes('--help') ? 0 : 2)
}
const [isQuick, isJson, isLookedInto] = ['--quick', '--json', '--profile'].map((flag) => args.includes(flag))

const lengths: Lengths = isQuick ? { rounds: 3, writeSeconds: 3, readSeconds: 2 } : { rounds: 5, writeSeconds: 8, readSeconds: 5 }
const residents = 1_000
const casesRead = isQuick ? 150 : 300

const say = (what: string) => isJson || console.error(what)
const fileBeside = (name: string) => new URL(name, import.meta.url)

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
  const machine = { cores: availableParallelism(), processor: cpus()[0]?.model, load: loadavg()[0], node: process.version }
  const results = { ...figures, quick: isQuick, at: new Date().toISOString(), machine, rounds: measured.rates, p99_ms: measured.p99 }
  writeFileSync(fileBeside('results.json'), `${JSON.stringify(results, null, 2)}\n`)
  if (watcher) writeFileSync(fileBeside('profile.txt'), costText(watcher.costs))
  console.log(isJson ? JSON.stringify(results) : tableOf(figures, measured))
} finally {
  watcher?.close()
  await on.stop()
}
process.exit()
