import type { Duplex } from 'node:stream'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import pg from 'pg'
import type { Sql } from 'sql-template-tag'

/** Runs one statement; rows come back as objects, int8 as number, dates as 'YYYY-MM-DD', bytea as bytes. */
export interface Queryable {
  query<Row>(statement: Sql): Promise<Row[]>
}

/** A transaction under way. */
export interface Transaction extends Queryable {
  /** Runs the last statement: the commit travels with it, so nothing that comes after it in the work may fail. */
  last<Row>(statement: Sql): Promise<Row[]>
}

/** A PostgreSQL database: a server, or the one embedded in this process. */
export interface Database extends Queryable {
  readonly kind: 'server' | 'embedded'
  /** Plain text, several statements allowed, no values: migrations and set-up only. */
  run(text: string): Promise<void>
  /** One transaction; `settings` are set for its length only. Rolls back when `work` throws. */
  transaction<T>(settings: readonly string[], work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Hears every NOTIFY on a channel. `onLost` is called when the connection breaks, `onBack` when it hears again. */
  listen(channel: string, hear: (payload: string) => void, onLost: () => void, onBack: () => void): Promise<void>
  close(): Promise<void>
}

const asNumber = (text: string) => Number(text)
const asIs = (text: string) => text
const int8 = 20
/** So long one waits for a connection, a new one or one that others have. */
const connectWithinMs = 15_000
const date = 1082

/**
 * Connects to a PostgreSQL server, 15 or later.
 * @param options.prepare false behind a pooler that cannot keep prepared statements
 */
export function serverDatabase(url: string, options: { connectionsMax: number; prepare: boolean }): Database {
  pg.types.setTypeParser(int8, asNumber)
  pg.types.setTypeParser(date, asIs)
  const connection = {
    connectionString: url, application_name: 'gongzhi', statement_timeout: 30_000,
    // Many small statements at once: starting a helper or a compiler for one takes longer than the statement. Poolers refuse this.
    ...(options.prepare && { options: '-c jit=off -c max_parallel_workers_per_gather=0' }),
  }
  const pool = new pg.Pool({ ...connection, max: options.connectionsMax, connectionTimeoutMillis: connectWithinMs, pipeline: true } as pg.PoolConfig)
  pool.on('error', () => {}) // an idle connection broke; the next query takes another
  pool.on('connect', (client) => client.on('error', () => {})) // one in use broke: its query fails and says so
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
      const { stream } = client.connection
      const ask = (text: string) => {
        const answer = client.query(text)
        answer.catch(() => {}) // heard where it is awaited, after the work
        return answer
      }
      let ending: ReturnType<typeof ask> | undefined
      const inside = queryOn(client)
      const tx: Transaction = {
        async query(statement) {
          // It would run by itself, under no fence.
          if (ending) throw new Error('a statement after the last one of a transaction')
          return await inside.query(statement)
        },
        last(statement) {
          return together(stream, () => {
            const rows = tx.query<never>(statement)
            ending = ask('commit')
            return rows
          })
        },
      }
      let broken = false
      try {
        const [begun, working] = together(stream, () => [ask(['begin', ...settings].join(';')), work(tx)])
        const result = await working
        await begun
        const ended = await (ending ?? ask('commit'))
        if (ended.command !== 'COMMIT') throw new Error('the transaction was rolled back by the server')
        return result
      } catch (error) {
        // After a failed statement a commit that was sent already is a rollback.
        await (ending ?? ask('rollback')).catch(() => (broken = true))
        throw error
      } finally {
        client.release(broken)
      }
    },
    async listen(channel, hear, onLost, onBack) {
      const start = async () => {
        const line = new pg.Client({ ...connection, statement_timeout: 0, keepAlive: true })
        line.on('notification', (message) => hear(message.payload ?? ''))
        line.on('error', () => {})
        await line.connect()
        listener = line
        await line.query(`listen ${channel}`)
        // Only from here on: a line that could not be opened ends too, and would be tried again twice, and twice each time.
        line.once('end', () => {
          if (isClosed) return
          onLost()
          setTimeout(again, 500)
        })
        onBack()
      }
      const again = () => void (isClosed || start().catch(() => setTimeout(again, 1_000)))
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
        const query = async <Row>(statement: Sql) => (await tx.query<Row>(statement.text, statement.values)).rows
        return await work({ query, last: query })
      })
    },
    async listen(channel, hear) {
      await lite.listen(channel, hear)
    },
    close: () => lite.close(),
  }
}

/** Sends in one packet what is asked before anything is waited for: each packet wakes the server, and takes a call of the system. */
function together<T>(stream: Duplex, ask: () => T): T {
  stream.cork()
  try {
    return ask()
  } finally {
    stream.uncork()
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

const awayStates: readonly string[] = ['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']
/** What pg itself says has no code. */
const awayWords = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/

/** The database is not there, starts, stops, or has no room: the same may work in a moment. */
export const isAway = (error: unknown): boolean =>
  awayStates.includes(stateOf(error) ?? '') || (error instanceof Error && awayWords.test(error.message))

/** The constraint that a database error names. */
export function constraintOf(error: unknown): string | undefined {
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined
}
