import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig, type Config } from './config.ts'
import { openHouse, type House } from './house.ts'
import { isAway } from './kernel/database.ts'
import { lockFolder } from './kernel/lock.ts'
import { welcome } from './demo/welcome.ts'
import { openDoorToVerbs, prepare, runVerb, verbs } from './verbs.ts'

/** What runs until it is told to stop: each gives back how. The other verbs are done when they have run (verbs.ts). */
const programs: Record<string, { summary: string; run: (house: House, config: Config) => Promise<() => Promise<void>> }> = {
  start: {
    summary: 'web and worker in one process (what `npm start` runs)',
    async run(house, config) {
      const stopWork = await work(house)
      const stopServing = await serve(house, config)
      return async () => {
        await stopServing()
        await stopWork()
      }
    },
  },
  serve: { summary: 'the web process', run: serve },
  work: { summary: 'the worker process', run: work },
}

const usage = `gongzhi <verb>

${[...Object.entries(programs).map(([name, { summary }]) => ({ name, summary })), ...verbs]
  .map(({ name, summary }) => `  ${name.padEnd(22)}${summary}`).join('\n')}
`

/** Callers whose line stands and who were not heard yet: what comes beyond them is lost without a word. */
const callersWaitingMax = 4_096

async function serve(house: House, config: Config) {
  const app = await house.http()
  await app.listen({ host: config.host, port: config.port, backlog: callersWaitingMax })
  welcome(house.rooms)
  return () => app.close()
}

async function work(house: House) {
  const worker = house.work()
  worker.start()
  return () => worker.stop()
}

async function main(name = 'start', ...args: string[]) {
  const verb = verbs.find((one) => one.name === name)
  if (verb) process.exit(await runVerb(verb, readConfig(), args, (line) => console.log(line)))
  if (programs[name]) return await runProgram(programs[name].run, readConfig())
  console.log(usage)
  process.exitCode = name === '--help' ? 0 : 2
}

async function runProgram(run: (typeof programs)[string]['run'], config: Config) {
  const isEmbedded = config.databaseUrl === undefined
  const release = isEmbedded ? lockFolder(config.dataDir) : () => {}
  const house = await onceThere(() => openHouse(config))
  await onceThere(() => prepare(house.rooms))
  const closeDoor = isEmbedded ? await openDoorToVerbs(house.rooms) : async () => {}
  const stop = await run(house, config)
  let isStopping = false
  const end = async () => {
    if (isStopping) return
    isStopping = true
    await closeDoor()
    await stop()
    await house.close()
    release()
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

const databaseWithinMs = 60_000

/** A database that is just starting, as after a power cut, is waited for; what is wrong for longer than that is told. */
async function onceThere<T>(open: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + databaseWithinMs; ; await sleep(1_000)) {
    try {
      return await open()
    } catch (error) {
      if (!isAway(error) || Date.now() > until) throw error
      console.error(`Waiting for the database: ${error instanceof Error ? error.message : error}`)
    }
  }
}

main(...process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
