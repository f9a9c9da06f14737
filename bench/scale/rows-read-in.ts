import { readConfig } from '#server/config.ts'
import { openHouse } from '#server/house.ts'
import { serverDatabase } from '#server/kernel/database.ts'
import { endpoints } from './endpoints.ts'
import { secret, type County } from './fill.ts'
import { explained, type Read } from './rows-read.ts'

const askedMax = 10

/** What one request of each endpoint reads in a county, on the average of a few. */
export async function rowsReadIn(county: County, names: readonly string[], cookies: ReadonlyMap<string, string>, dataDir: string): Promise<Map<string, Read>> {
  const db = explained(serverDatabase(county.url, { connectionsMax: 4, prepare: true }))
  const config = readConfig({ DATABASE_URL: county.url, DATA_DIR: dataDir, DEMO: '1', SECRET: secret.toString('base64'), LOG_LEVEL: 'silent' })
  const house = await openHouse(config, { db })
  const app = await house.http()
  try {
    const read = new Map<string, Read>()
    for (const name of names) {
      // The first finds out who asks, and what bodies and categories are called: no part of what grows.
      const asked = endpoints[name]!(county).slice(0, askedMax + 1)
      const taken: Read[] = []
      for (const { app: kind, person, method, path, body, headers } of [asked[0]!, ...asked.slice(asked.length > 1 ? 1 : 0)]) {
        const reply = await app.inject({
          method, url: path, headers: { 'gongzhi-app': kind, ...(person && { cookie: cookies.get(`${kind} ${person}`)! }), ...headers },
          ...(body !== undefined && { payload: body as object }),
        })
        if (reply.statusCode !== 200) throw new Error(`${name}: ${reply.statusCode} ${reply.body}`)
        taken.push(db.taken())
      }
      const counted = taken.slice(1)
      const mean = (of: (one: Read) => number) => Math.round(counted.reduce((sum, one) => sum + of(one), 0) / counted.length)
      read.set(name, { rows: mean((one) => one.rows), pages: mean((one) => one.pages), statements: counted.at(-1)!.statements })
    }
    return read
  } finally {
    await app.close()
    await house.close()
  }
}
