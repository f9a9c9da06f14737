import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import pg from 'pg'
import type { Sql } from 'sql-template-tag'

/** Runs one statement; rows come back as objects, int8 as number, dates as 'YYYY-MM-DD', bytea as bytes. */
export interface Queryable {
  query<Row>(statement: Sql): Promise<Row[]>
}

/** A PostgreSQL database: a server, or the one embedded in this process. */
export interface Database extends Queryable {
  readonly kind: 'server' | 'embedded'
  /** Plain text, several statements allowed, no values: migrations and set-up only. */
  run(text: string): Promise<void>
  /** One transaction; `settings` are set for its length only. Rolls back when `work` throws. */
  transaction<T>(settings: readonly string[], work: (tx: Queryable) => Promise<T>): Promise<T>
  /** Hears every NOTIFY on a channel. `onLost` is called when the connection breaks, `onBack` when it hears again. */
  listen(channel: string, hear: (payload: string) => void, onLost: () => void, onBack: () => void): Promise<void>
  close(): Promise<void>
}

const asNumber = (text: string) => Number(text)
const asIs = (text: string) => text
const int8 = 20
const date = 1082

/**
 * Connects to a PostgreSQL server, 15 or later.
 * @param options.prepare false behind a pooler that cannot keep prepared statements
 */
export function serverDatabase(url: string, options: { connectionsMax: number; prepare: boolean }): Database {
  pg.types.setTypeParser(int8, asNumber)
  pg.types.setTypeParser(date, asIs)
  const connection = { connectionString: url, application_name: 'gongzhi', statement_timeout: 30_000 }
  const pool = new pg.Pool({ ...connection, max: options.connectionsMax, pipeline: true } as pg.PoolConfig)
  pool.on('error', () => {}) // an idle connection broke; the next query takes another
  const name = options.prepare ? statementNames() : () => undefined
  let isClosed = false
  let listener: pg.Client | undefined

  const queryOn = (client: pg.Pool | pg.PoolClient): Queryable => ({
    async query<Row>(statement: Sql) {
      const text = statement.text
      const result = await client.query({ name: name(text), text, values: statement.values })
      return result.rows as Row[]
    },
  })

  return {
    kind: 'server',
    ...queryOn(pool),
    async run(text) {
      const client = await pool.connect()
      try {
        await client.query(`set statement_timeout = 0; ${text}`)
      } finally {
        client.release(true)
      }
    },
    async transaction(settings, work) {
      const client = await pool.connect()
      let broken = false
      try {
        // Not awaited: it travels with the first statement of the work.
        const begun = client.query(['begin', ...settings].join(';'))
        begun.catch(() => {})
        const result = await work(queryOn(client))
        await begun
        const ended = await client.query('commit')
        if (ended.command !== 'COMMIT') throw new Error('the transaction was rolled back by the server')
        return result
      } catch (error) {
        await client.query('rollback').catch(() => (broken = true))
        throw error
      } finally {
        client.release(broken)
      }
    },
    async listen(channel, hear, onLost, onBack) {
      const start = async () => {
        listener = new pg.Client({ ...connection, statement_timeout: 0, keepAlive: true })
        listener.on('notification', (message) => hear(message.payload ?? ''))
        listener.on('error', () => {})
        listener.once('end', () => {
          if (isClosed) return
          onLost()
          setTimeout(again, 500)
        })
        await listener.connect()
        await listener.query(`listen ${channel}`)
        onBack()
      }
      const again = () => void start().catch(() => !isClosed && setTimeout(again, 1_000))
      await start()
    },
    async close() {
      isClosed = true
      await listener?.end().catch(() => {})
      await pool.end()
    },
  }
}

/**
 * Opens the embedded database in a folder, or in memory.
 * One process only: whoever opens it must hold the folder's lock.
 */
export async function embeddedDatabase(folder: string | undefined, image?: Blob): Promise<Database> {
  const options: PGliteOptions = { parsers: { [int8]: asNumber, [date]: asIs } }
  if (folder) options.dataDir = folder
  if (image) options.loadDataDir = image
  const lite = await PGlite.create(options)
  return {
    kind: 'embedded',
    async query<Row>(statement: Sql) {
      return (await lite.query<Row>(statement.text, statement.values)).rows
    },
    async run(text) {
      await lite.exec(text)
    },
    transaction(settings, work) {
      return lite.transaction(async (tx) => {
        if (settings.length > 0) await tx.exec(settings.join(';'))
        const inside: Queryable = {
          query: async <Row>(statement: Sql) => (await tx.query<Row>(statement.text, statement.values)).rows,
        }
        return await work(inside)
      })
    },
    async listen(channel, hear) {
      await lite.listen(channel, hear)
    },
    close: () => lite.close(),
  }
}

/** Equal texts get equal names, so that the server plans each once per connection. Few texts, many calls. */
function statementNames(textsMax = 1_000) {
  const names = new Map<string, string>()
  return (text: string) => {
    const known = names.get(text)
    if (known || names.size >= textsMax) return known
    const name = `s${names.size}`
    names.set(text, name)
    return name
  }
}

/** The SQLSTATE of a database error, e.g. '23505' for a unique key. */
export function stateOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** The constraint that a database error names. */
export function constraintOf(error: unknown): string | undefined {
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined
}
