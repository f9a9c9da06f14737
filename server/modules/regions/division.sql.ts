import sql, { type Sql } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Division, KnownCode } from './division.ts'
import { codeAbove } from './region.ts'

/** What bears these codes of one level on a day, or bore them. */
export async function knownCodes(tx: Queryable, level: number, codes: readonly string[], day: string): Promise<Map<string, KnownCode>> {
  const rows = await tx.query<KnownCode>(sql`
    select r.code, r.name_zh as name, coalesce(r.valid_to, 'infinity') > ${day}::date as "isOpen"
    from regions r where ${near(level, codes)} and r.code = any(${[...codes]}::text[]) order by r.code, r.valid_from`)
  // The latest bearer of a code comes last.
  return new Map(rows.map((row) => [row.code, row]))
}

/** Files follow the codes, so a batch is a short stretch of an index. Told so, the database does not read all regions for each. */
function near(level: number, codes: readonly string[]): Sql {
  const [first, last] = codes.reduce(([low, high], code) => [code < low! ? code : low, code > high! ? code : high], [codes[0], codes[0]])
  return sql`r.level = ${level}::smallint and r.code between ${first} and ${last}`
}

const columns = [sql`province`, sql`city`, sql`county`, sql`town`, sql`village`]

/** Adds divisions of one level below those that are there. */
export async function insertDivisions(tx: Queryable, level: number, divisions: readonly Division[], day: string): Promise<void> {
  const own = (column: number) => (column === level ? sql`new.id` : sql`new.${columns[column - 1]}`)
  const above = divisions.map(({ code }) => codeAbove(code) ?? '')
  await tx.query(sql`
    with new as materialized (
      select nextval(pg_get_serial_sequence('regions', 'id'))::integer as id, given.code, given.name,
        p.id as parent, p.province, p.city, p.county, p.town, p.village
      from unnest(${divisions.map(({ code }) => code)}::text[], ${divisions.map(({ name }) => name)}::text[], ${above}::text[])
        as given (code, name, above)
      left join (select r.* from regions r where ${near(level - 1, above)} and coalesce(r.valid_to, 'infinity') > ${day}::date) p
        on p.code = given.above collate "C")
    insert into regions (id, parent, level, code, name_zh, province, city, county, town, village)
    select id, parent, ${level}::smallint, code, name, ${own(1)}, ${own(2)}, ${own(3)}, ${own(4)}, ${own(5)} from new`)
}

export async function renameDivisions(tx: Queryable, level: number, divisions: readonly Division[], day: string): Promise<void> {
  const codes = divisions.map(({ code }) => code)
  await tx.query(sql`
    update regions r set name_zh = given.name
    from unnest(${codes}::text[], ${divisions.map(({ name }) => name)}::text[]) as given (code, name)
    where ${near(level, codes)} and r.code = given.code collate "C" and coalesce(r.valid_to, 'infinity') > ${day}::date`)
}

/** After many rows the database should look again at what it holds: the embedded one never does so by itself. */
export async function analyzeRegions(db: Queryable): Promise<void> {
  await db.query(sql`analyze regions`)
}
