import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Division, KnownCode } from './division.ts'
import { levels } from './region.ts'

/** What bears these codes on a day, or bore them. */
export async function knownCodes(tx: Queryable, codes: readonly string[], day: string): Promise<Map<string, KnownCode>> {
  const rows = await tx.query<KnownCode>(sql`
    select code, name_zh as name, coalesce(valid_to, 'infinity') > ${day}::date as "isOpen"
    from regions where code = any(${[...codes]}::text[]) order by code, valid_from`)
  // The latest bearer of a code comes last.
  return new Map(rows.map((row) => [row.code, row]))
}

/** Adds divisions of one level below those that are there. */
export async function insertDivisions(tx: Queryable, level: number, divisions: readonly Division[], day: string): Promise<void> {
  const digits = level === levels.province ? 0 : [0, 2, 4, 6, 9][level - 1]!
  const own = (column: number) => (column === level ? sql`new.id` : sql`new.${columns[column - 1]}`)
  await tx.query(sql`
    with new as materialized (
      select nextval(pg_get_serial_sequence('regions', 'id'))::integer as id, given.code, given.name,
        p.id as parent, p.province, p.city, p.county, p.town, p.village
      from unnest(${divisions.map(({ code }) => code)}::text[], ${divisions.map(({ name }) => name)}::text[]) as given (code, name)
      left join regions p on p.code = left(given.code, ${digits}) collate "C" and coalesce(p.valid_to, 'infinity') > ${day}::date)
    insert into regions (id, parent, level, code, name_zh, province, city, county, town, village)
    select id, parent, ${level}::smallint, code, name, ${own(1)}, ${own(2)}, ${own(3)}, ${own(4)}, ${own(5)} from new`)
}

const columns = [sql`province`, sql`city`, sql`county`, sql`town`, sql`village`]

export async function renameDivisions(tx: Queryable, divisions: readonly Division[], day: string): Promise<void> {
  await tx.query(sql`
    update regions r set name_zh = given.name
    from unnest(${divisions.map(({ code }) => code)}::text[], ${divisions.map(({ name }) => name)}::text[]) as given (code, name)
    where r.code = given.code collate "C" and coalesce(r.valid_to, 'infinity') > ${day}::date`)
}

/** After many rows the database should look again at what it holds: the embedded one never does so by itself. */
export async function analyzeRegions(db: Queryable): Promise<void> {
  await db.query(sql`analyze regions`)
}
