import type { Queryable } from '#server/kernel/database.ts'
import { authorityOf } from './authority.sql.ts'
import { rightsOf, type Right } from './authority.ts'

/** A person's rights with where they come from, as they are in the database: for handing power on, memory is not enough. */
export async function rightsNow(db: Queryable, person: string, now: Date): Promise<Right[]> {
  return (await authorityOf(db, person, now)).flatMap(rightsOf)
}
