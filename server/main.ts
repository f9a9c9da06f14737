import { readConfig, type Config } from './config.ts'
import { openHouse, type House } from './house.ts'
import { lockFolder } from './kernel/lock.ts'
import { migrateDatabase } from './kernel/migrate.ts'
import { makeDemo } from './demo/make-demo.ts'
import { welcome } from './demo/welcome.ts'

const usage = `gongzhi <verb>

  start     web and worker in one process, database brought up to date first (what \`npm start\` runs)
  serve     the web process
  work      the worker process
  migrate   bring the database up to date
`

/** Each verb gets an open house and gives back how to stop. */
const verbs: Record<string, (house: House, config: Config) => Promise<(() => Promise<void>) | undefined>> = {
  async start(house, config) {
    await prepare(house, config)
    const stopWork = await work(house)
    const stopServing = await serve(house, config)
    return async () => {
      await stopServing()
      await stopWork()
    }
  },
  async serve(house, config) {
    await prepare(house, config)
    return serve(house, config)
  },
  async work(house, config) {
    await prepare(house, config)
    return work(house)
  },
  async migrate(house) {
    const ran = await migrateDatabase(house.rooms.db)
    console.log(ran === 0 ? 'The database is up to date.' : `${ran} migrations ran.`)
    return undefined
  },
}

async function prepare(house: House, config: Config) {
  await migrateDatabase(house.rooms.db)
  if (config.demo) await makeDemo(house.rooms)
}

async function serve(house: House, config: Config) {
  const app = await house.http()
  await app.listen({ host: config.host, port: config.port })
  await welcome(house.rooms)
  return () => app.close()
}

async function work(house: House) {
  const worker = house.work()
  worker.start()
  return () => worker.stop()
}

async function main(verb = 'start') {
  const run = verbs[verb]
  if (!run) {
    console.log(usage)
    process.exitCode = verb === '--help' ? 0 : 2
    return
  }
  const config = readConfig()
  const release = config.databaseUrl ? () => {} : lockFolder(config.dataDir)
  const house = await openHouse(config)
  const stop = await run(house, config)
  let isStopping = false
  const end = async () => {
    if (isStopping) return
    isStopping = true
    await stop?.()
    await house.close()
    release()
    process.exit(0)
  }
  if (!stop) return await end()
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

main(process.argv[2]).catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
