// npm run soak: what the product promises, held against rough treatment.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { soakFaults } from './faults.ts'
import type { On } from './product.ts'
import { soakImports } from './imports.ts'
import { soakStorm } from './storm.ts'
import { readMessages } from './week/messages.ts'
import { buildWhatIsStale } from '../launch/build.js'
import { findPostgres } from '../launch/machine.js'

const usage = `npm run soak -- faults [--short] [--on server|embedded] [--kills N] [--seed N]
npm run soak -- storm [--on server|embedded] [--seconds N] [--times N]
npm run soak -- imports [--on server|embedded] [--rows N] [--format csv|jsonl|xlsx]
npm run soak -- week [--messages N] [--seed N]

  faults   kills the web process, the worker and the database at random moments under load: 20 times on a PostgreSQL
           server of its own, 10 times on the embedded database; then nothing acknowledged may be lost or done twice
    --short  3 and 2 times: for every run of the tests
    --seed   the same number kills the same parts after the same pauses
  imports  100,000 rows as CSV, JSON Lines and XLSX, every tenth damaged, the worker killed in the middle: each damaged row
           is named, the rest comes in once, and no process holds 500 MB
  storm    sends ten times as many appeals as can be sustained, for 60 seconds, however slowly they are answered: only
           polite refusals, nothing accepted is lost, memory is bounded, and within 10 seconds after it is calm again
  week     plays a town's week from 1,000 real messages (../shared/data beside the project) with a holiday, three leaders,
           ten bodies, returns, breaches and a storm; its figures must be those reckoned from the plan alone, and every
           role's screens are taken into test-results/week
`

const { positionals: [what], values } = parseArgs({
  allowPositionals: true, strict: false,
  options: { short: { type: 'boolean' }, on: { type: 'string' }, kills: { type: 'string' }, seconds: { type: 'string' }, rows: { type: 'string' }, format: { type: 'string' }, times: { type: 'string' }, seed: { type: 'string' }, messages: { type: 'string' }, help: { type: 'boolean' } },
})

const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`)

async function faults(): Promise<boolean> {
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  const places = (values.on ? [values.on] : [...(findPostgres() ? ['server'] : []), 'embedded']) as On[]
  const killsOn = (on: On) => Number(values.kills ?? (values.short ? { server: 3, embedded: 2 } : { server: 20, embedded: 10 })[on])
  let isRight = true
  for (const on of places) {
    say(`faults on the ${on} database, seed ${seed}`)
    const { wrong, counts, killed } = await soakFaults({ on, kills: killsOn(on), seed, say })
    say(`${on}: killed ${JSON.stringify(killed)}, then ${JSON.stringify(counts)}`)
    for (const one of wrong) say(`WRONG ${one}`)
    say(wrong.length === 0 ? `${on}: every promise was kept (seed ${seed})` : `${on}: ${wrong.length} promises were broken (seed ${seed})`)
    isRight &&= wrong.length === 0
  }
  return isRight
}

async function storm(): Promise<boolean> {
  const on = (values.on ?? (findPostgres() ? 'server' : 'embedded')) as On
  const wrong = await soakStorm({ on, seconds: Number(values.seconds ?? 60), times: Number(values.times ?? 10), say })
  for (const one of wrong) say(`WRONG ${one}`)
  say(wrong.length === 0 ? `storm on the ${on} database: every promise was kept` : `storm: ${wrong.length} promises were broken`)
  return wrong.length === 0
}

async function imports(): Promise<boolean> {
  let isRight = true
  for (const on of (values.on ? [values.on] : [...(findPostgres() ? ['server'] : []), 'embedded']) as On[]) {
    const { wrong, figures } = await soakImports({ on, rows: Number(values.rows ?? 100_000), ...(values.format && { formats: [values.format as 'csv'] }), say })
    for (const one of wrong) say(`WRONG ${one}`)
    say(`imports on the ${on} database: ${wrong.length === 0 ? 'every promise was kept' : `${wrong.length} promises were broken`} ${JSON.stringify(figures)}`)
    isRight &&= wrong.length === 0
  }
  return isRight
}

async function week(): Promise<boolean> {
  if (!readMessages(1)) return say('The real messages do not lie beside the project (../shared/data): nothing was played.') ?? false
  await buildWhatIsStale()
  const env = { ...process.env, WEEK_MESSAGES: values.messages as string ?? '1000', WEEK_SEED: values.seed as string ?? '7', WEEK_PICTURES: fileURLToPath(new URL('../test-results/week', import.meta.url)) }
  const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
  return spawnSync(process.execPath, [vitest, 'run', 'soak/week'], { env, stdio: 'inherit' }).status === 0
}

const soaks: Record<string, () => Promise<boolean>> = { faults, storm, imports, week }
const soak = soaks[what ?? '']
if (!soak || values.help) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}
process.exit((await soak()) ? 0 : 1)
