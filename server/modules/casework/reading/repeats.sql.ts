import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface Repeats {
  person: number
  place: number
}

const usualDays = 90
const newestMax = 20

const beforeByPerson = (days: number) => sql`select count(distinct b.case_id)::integer from appeals a join appeals b on b.person = a.person and b.county = a.county
  where a.county = c.county and a.case_id = c.id and b.case_id <> c.id and b.received_at between c.received_at - make_interval(days => ${days}) and c.received_at`

/** Among so many: what troubles a community now shows in its newest cases, and no more rows are read however large it is. */
const beforeAtPlace = (days: number) => sql`select count(*)::integer from (
  select m.category from cases m where m.county = c.county and m.village = c.village and m.received_at between c.received_at - make_interval(days => ${days}) and c.received_at and m.id <> c.id
  order by m.received_at desc, m.id desc limit ${newestMax}) m where m.category = c.category`

/** How often the trouble had been reported in the days before it was received: by the same person, and in the community. */
export async function readRepeats(db: Queryable, county: number, id: string, days = usualDays): Promise<Repeats> {
  const [row] = await db.query<Repeats>(sql`
    select case when c.has_appellant then (${beforeByPerson(days)}) else 0 end as person, (${beforeAtPlace(days)}) as place from cases c where c.county = ${county} and c.id = ${id}::uuid`)
  return row!
}
