import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { county } from '#server/demo/cast.ts'
import { openHouse, reactions } from '#server/house.ts'
import { serverDatabase, type Database } from '#server/kernel/database.ts'
import type { Vault } from '#server/kernel/vault.ts'
import { privacyNotice } from '#server/modules/identity/privacy.ts'
import { membershipAddress, personName, personPhone } from '#server/modules/identity/personal.ts'
import { appealAddress } from '#server/modules/casework/personal.ts'
import { readConfig } from '#server/config.ts'
import { prepare } from '#server/verbs.ts'
import { insertResidents } from '../rows.sql.ts'
import { caseAt, type Cases } from './cases-of.ts'
import { idOf, tables, textOf } from './case-text.ts'
import { bringUpToNow, filledAt, hasDatabase, indexesOf, isFilled, markFilled } from './fill.sql.ts'
import { columns, type Table } from './story-rows.ts'

const secretBytes = 32
export const secret = Buffer.alloc(secretBytes, 'for the bench only')
/** Open cases' clocks run for months; after a week everything is made anew. */
const keptDays = 7
const busyResidents = 20
const casesPerPerson = 5
const chunk = 1_000

/** A county with so many cases, filled or found as it was filled before. */
export interface County {
  howMany: number
  url: string
  cases: Cases
}

/**
 * Finds or fills a database: rows by COPY straight into tables without indexes, indexes made last.
 * @param server address of the server's own database
 * @param isFresh fills it anew even where it stands
 */
export async function countyOf(server: string, howMany: number, isFresh: boolean, vault: Vault, dataDir: string, say: (what: string) => void): Promise<County> {
  const name = `cases_${howMany}`
  const url = server.replace(/postgres$/, name)
  const open = () => serverDatabase(url, { connectionsMax: 4, prepare: false })
  const mark = `${markOf()} ${howMany}`
  const root = serverDatabase(server, { connectionsMax: 1, prepare: false })
  try {
    if (!isFresh && (await hasDatabase(root, name))) {
      const db = open()
      try {
        if (await isFilled(db, mark, keptDays)) return { howMany, url, cases: casesOf(howMany, (await filledAt(db)).getTime(), vault) }
      } finally {
        await db.close()
      }
    }
    await alone(server, `drop database if exists ${name} with (force)`)
    await alone(server, `create database ${name}`)
  } finally {
    await root.close()
  }
  say(`Filling a county with ${howMany} cases …`)
  const cases = casesOf(howMany, Math.floor(Date.now() / 1000) * 1000, vault)
  const db = open()
  try {
    await found(url, dataDir)
    await settle(db, url, cases, vault)
    await fill(db, url, cases)
    await bringUpToNow(db, howMany, reactions.map((one) => one.name))
    await alone(url, 'vacuum (analyze)')
    await db.run('create table filled (mark text, at timestamptz)')
    await markFilled(db, mark, new Date(cases.until))
  } finally {
    await db.close()
  }
  return { howMany, url, cases }
}

/** What is filled in depends on this program's texts, and on what migrations say of the tables that are filled, or made of these. */
export function markOf(): string {
  const hash = createHash('sha256')
  const here = new URL('./', import.meta.url)
  for (const name of readdirSync(here).filter((one) => /^(stor|case)/.test(one)).toSorted()) hash.update(readFileSync(new URL(name, here)))
  const migrations = new URL('../../server/migrations/', import.meta.url)
  const isOfTables = new RegExp(`\\b(table|on) (${tables.join('|')}|figure_\\w+)\\b`)
  const statements = readdirSync(migrations).toSorted().flatMap((name) => readFileSync(new URL(name, migrations), 'utf8').split(';'))
  for (const statement of statements.filter((one) => isOfTables.test(one))) hash.update(statement)
  return hash.digest('hex').slice(0, 16)
}

export function casesOf(howMany: number, until: number, vault: Vault): Cases {
  const long = { receivedAt: Date.parse('2020-01-01T00:00:00Z') }
  const ids = (count: number, k: number) => Array.from({ length: count }, (_, n) => idOf({ ...long, n }, k))
  const addresses = Array.from({ length: 20 }, (_, i) => `\\\\x${vault.seal(appealAddress.name, `梧桐里 12 号 ${i + 1} 幢 501`).toString('hex')}`)
  return { howMany, until, persons: ids(Math.max(1_000, howMany / casesPerPerson), 1), busy: ids(busyResidents, 2), addresses }
}

/** Migrations, the demo's county and its cast, as the product makes them itself. */
async function found(url: string, dataDir: string): Promise<void> {
  const house = await openHouse(readConfig({ DATABASE_URL: url, DATA_DIR: dataDir, DEMO: '1', SECRET: secret.toString('base64'), LOG_LEVEL: 'silent' }))
  try {
    await prepare(house.rooms)
  } finally {
    await house.close()
  }
}

async function settle(db: Database, url: string, { persons, busy }: Cases, vault: Vault): Promise<void> {
  const now = new Date()
  const phone = (i: number) => String(13_100_000_000 + i)
  await insertResidents(db, county, privacyNotice.version, busy.map((person, i) => ({
    person, membership: person, town: 11, village: 101, name: vault.seal(personName.name, '王秀英'), phone: vault.seal(personPhone.name, phone(i)),
    phoneIndex: vault.index(personPhone.name, phone(i)), address: vault.seal(membershipAddress.name, '梧桐里 12 号'),
  })), now)
  const name = `\\\\x${vault.seal(personName.name, '李建国').toString('hex')}`
  const copy = await copyInto(url, 'persons', 'id, name, created_at', false)
  for (let n = 0; n < persons.length; n += chunk) await copy.write(persons.slice(n, n + chunk).map((person) => `${person}\t${name}\t${now.toISOString()}\n`).join(''))
  await copy.end()
}

async function fill(db: Database, url: string, cases: Cases): Promise<void> {
  const indexes = await indexesOf(db, tables)
  for (const one of indexes) await db.run(one.isKey ? `alter table ${one.table} drop constraint ${one.name}` : `drop index ${one.name}`)
  const copies = await Promise.all(tables.map((table) => copyInto(url, table, columns[table], true)))
  for (let n = 0; n < cases.howMany; n += chunk) {
    const texts = Array.from({ length: Math.min(chunk, cases.howMany - n) }, (_, i) => textOf(caseAt(cases, n + i)))
    await Promise.all(tables.map((table, i) => copies[i]!.write(texts.map((text) => text[table]).join(''))))
  }
  await Promise.all(copies.map((copy) => copy.end()))
  for (const one of indexes) await db.run(`set maintenance_work_mem = '1GB'; ${one.making}`)
}

/** Runs what no transaction may hold. */
async function alone(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** A COPY under way. @param isEmptied the table begins empty: then the rows are written as if they were old */
async function copyInto(url: string, table: Table | 'persons', names: string, isEmptied: boolean) {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`begin; ${isEmptied ? `truncate ${table}` : ''}`)
  const stream = client.query(copyFrom(`copy ${table} (${names}) from stdin ${isEmptied ? 'with (freeze)' : ''}`))
  const failed = once(stream, 'error').then(([error]) => Promise.reject(error as Error))
  failed.catch(() => {})
  return {
    async write(text: string) {
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failed])
    },
    async end() {
      stream.end()
      await Promise.race([once(stream, 'finish'), failed])
      await client.query('commit')
      await client.end()
    },
  }
}
