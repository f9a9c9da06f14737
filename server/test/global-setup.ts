// Before all tests: one PostgreSQL server, and on it the template that every test database is copied from.
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { findPostgres } from '../../launch/machine.js'
import { startPostgres } from './start-postgres.ts'
import { fillTemplate } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    hasPostgres: boolean
    /** Address of the server's own database; empty where there is no server. */
    postgresUrl: string
  }
}

/** Name of the migrated database that is copied. */
export const TEMPLATE = 'gongzhi_template'

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const why = whyNoServer()
  project.provide('hasPostgres', !why)
  project.provide('postgresUrl', '')
  if (why) {
    if (process.env.CI) throw new Error(`${why}, and CI skips nothing`)
    console.warn(`\n!!! ${why}. Skipped: every test that needs a PostgreSQL server.\n`)
    return undefined
  }
  const server = await startPostgres({ durable: false })
  try {
    await makeTemplate(server.url)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('postgresUrl', server.url)
  return server.stop
}

function whyNoServer(): string | undefined {
  if (process.env.GONGZHI_NO_POSTGRES === '1') return 'GONGZHI_NO_POSTGRES=1: PostgreSQL is not to be used'
  if (!findPostgres()) return 'PostgreSQL is not installed'
  return undefined
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const server = new Client({ connectionString: serverUrl })
  await server.connect()
  try {
    await server.query(`create database ${TEMPLATE}`)
    const url = new URL(serverUrl)
    url.pathname = TEMPLATE
    await fillTemplate(url.href)
    // From now on it can be copied, and entered by nobody.
    await server.query(`alter database ${TEMPLATE} is_template true allow_connections false`)
  } finally {
    await server.end()
  }
}
