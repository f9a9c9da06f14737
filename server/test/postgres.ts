// Databases for tests: copies of one migrated template on the server that global-setup.ts started.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { inject } from 'vitest'
import { TEMPLATE } from './global-setup.ts'

/** Whether there is a server: describe.skipIf(!hasPostgres). */
export const hasPostgres: boolean = inject('hasPostgres')

export type TestDatabase = {
  url: string
  /** Ends the connections that are left, and removes the database. Dropping twice is harmless. */
  drop(): Promise<void>
}

/** A database of its own with every migration applied. Takes some 0.2 s. */
export const testDatabase = (): Promise<TestDatabase> => databaseFrom(TEMPLATE)

/** A database of its own with nothing in it. */
export const emptyDatabase = (): Promise<TestDatabase> => databaseFrom('template0')

async function databaseFrom(template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer((server) => patiently(() => server.query(`create database ${name} template ${template}`)))
  const url = new URL(inject('postgresUrl'))
  url.pathname = name
  return {
    url: url.href,
    drop: () => onServer((server) => server.query(`drop database if exists ${name} with (force)`)),
  }
}

async function onServer(work: (server: Client) => Promise<unknown>): Promise<void> {
  // Without an address the client would go to whatever server stands on this machine.
  if (!hasPostgres) throw new Error('There is no PostgreSQL server; skip such tests: describe.skipIf(!hasPostgres)')
  const server = new Client({ connectionString: inject('postgresUrl') })
  await server.connect()
  try {
    await work(server)
  } finally {
    await server.end()
  }
}

/** PostgreSQL refuses a copy while anyone is in the template, so try again while whoever made it is just leaving. */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  const objectInUse = '55006'
  for (let attempt = 1; ; attempt++) {
    try {
      await work()
      return
    } catch (error) {
      if (attempt === 20 || !(error instanceof DatabaseError) || error.code !== objectInUse) throw error
      await sleep(50)
    }
  }
}
