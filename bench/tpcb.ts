import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PostgresServer } from '#server/test/start-postgres.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { countTransfers } from './rows.sql.ts'

const run = promisify(execFile)
const scale = 50
const clients = 16

/** Fills the database with what pgbench's own test needs: five million accounts. */
export async function prepareTpcb(server: PostgresServer, database: string): Promise<void> {
  await pgbench(server, database, ['--initialize', '--quiet', `--scale=${scale}`])
}

/**
 * The database's own speed at small writes: TPC-B as pgbench has it, prepared, 16 clients.
 * @returns transfers a second, counted in the history that each writes
 */
export async function measureTpcb(server: PostgresServer, database: string, db: Queryable, seconds: number): Promise<number> {
  const before = await countTransfers(db)
  const threads = Math.min(clients, availableParallelism())
  await pgbench(server, database, ['--protocol=prepared', `--client=${clients}`, `--jobs=${threads}`, `--time=${seconds}`, '--no-vacuum'])
  return ((await countTransfers(db)) - before) / seconds
}

async function pgbench({ binDir, port }: PostgresServer, database: string, args: readonly string[]): Promise<void> {
  await run(join(binDir, 'pgbench'), ['--host=127.0.0.1', `--port=${port}`, '--username=postgres', ...args, database])
}
