import sql, { type Sql } from 'sql-template-tag'
import type { Database, Queryable, Transaction } from '#server/kernel/database.ts'

/** What statements went through: rows of tables and their indexes, whether or not they were wanted, and pages. */
export interface Read {
  rows: number
  pages: number
  statements: { text: string; rows: number; pages: number }[]
}

interface Plan {
  'Relation Name'?: string
  'Node Type': string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  'Shared Hit Blocks'?: number
  'Shared Read Blocks'?: number
  Plans?: Plan[]
}

/** A database that has every statement explained by running it (EXPLAIN ANALYZE) before it runs for good. */
export interface Explained extends Database {
  /** What was read since it was asked last. */
  taken(): Read
}

export function explained(db: Database): Explained {
  let read: Read = { rows: 0, pages: 0, statements: [] }
  const explain = async (on: Queryable, statement: Sql) => {
    const [told] = await on.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(sql`explain (analyze, timing off, buffers, format json) ${statement}`)
    const plan = told!['QUERY PLAN'][0]!.Plan
    const [rows, pages] = [rowsOf(plan), (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0)]
    read = { rows: read.rows + rows, pages: read.pages + pages, statements: [...read.statements, { text: statement.text, rows, pages }] }
  }
  // What a change writes is written once: what the explanation wrote is taken back.
  const inside = (tx: Transaction): Transaction => {
    const before = async (statement: Sql) => {
      await tx.query(sql`savepoint explained`)
      await explain(tx, statement)
      await tx.query(sql`rollback to savepoint explained`)
    }
    return {
      query: async (statement) => (await before(statement), await tx.query(statement)),
      last: async (statement) => (await before(statement), await tx.last(statement)),
    }
  }
  return {
    ...db,
    async query(statement) {
      if (/^\s*(select|with)\b/.test(statement.text)) await explain(db, statement)
      return await db.query(statement)
    },
    transaction: (settings, work) => db.transaction(settings, (tx) => work(inside(tx))),
    taken() {
      const taken = read
      read = { rows: 0, pages: 0, statements: [] }
      return taken
    },
  }
}

/** Rows that a plan took from tables, those that a filter then threw away among them. */
function rowsOf(plan: Plan): number {
  const own = plan['Relation Name'] === undefined || plan['Node Type'] === 'ModifyTable' ? 0
    : (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)) * plan['Actual Loops']
  return own + (plan.Plans ?? []).reduce((sum, one) => sum + rowsOf(one), 0)
}
