import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { vaultOf } from '#server/kernel/vault.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { endpoints } from './endpoints.ts'
import { countyOf, secret } from './fill.ts'
import type { Read } from './rows-read.ts'
import { rowsReadIn } from './rows-read-in.ts'
import { signInAll } from './sign-in-all.ts'

/**
 * A county that grows must not make what everybody asks slower. Time says little in a small county, rows say all: a
 * statement that goes through a table goes through four times as many rows in a county four times as large.
 */
const sizes = [3_000, 12_000] as const
/** Going through all of a small table is cheap, and so hides what is chosen in a large one. */
const likeLarge = '-c random_page_cost=1.1 -c jit=off -c max_parallel_workers_per_gather=0'
const dataDir = mkdtempSync(join(tmpdir(), 'gongzhi-rows-'))
const read: Map<string, Read>[] = []

beforeAll(async () => {
  if (!hasPostgres) return
  for (const size of sizes) {
    const made = await countyOf(inject('postgresUrl'), size, true, vaultOf(secret), dataDir, () => {})
    const county = { ...made, url: `${made.url}?options=${encodeURIComponent(likeLarge)}` }
    read.push(await rowsReadIn(county, Object.keys(endpoints), await signInAll(county), dataDir))
  }
}, 240_000)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** A page and its count, of one source or two, go no further than this; a small county may not have as many. */
const pageAndCount = 500
/** Two filters at once go through more until the page and the count are full: one in so many fits both. */
const boundOf: Record<string, number> = {
  'list: by category': 4_000, 'count of unread notices': 1_000,
  // A fixed number of neighbours, each with what was said of it.
  'similar cases': 1_500, 'similar matters, before sending': 1_500,
}

test.skipIf(!hasPostgres).each(Object.keys(endpoints))('%s reads no more rows in a county four times as large', (name) => {
  const [small, large] = read.map((one) => one.get(name)!)
  expect(large!.statements.length).toBeGreaterThan(0)
  const bound = boundOf[name] ?? (name.startsWith('list:') || name.startsWith('counts') ? pageAndCount : 60)
  expect(large!.rows, JSON.stringify(large!.statements, null, 1)).toBeLessThanOrEqual(Math.max(small!.rows * 1.3, bound))
})
