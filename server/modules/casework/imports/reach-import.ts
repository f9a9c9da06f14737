import type { Queryable } from '#server/kernel/database.ts'
import { can, type Actor, type Held } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { importOf, type ImportRecord } from './import.sql.ts'

/** An import writes anywhere in its county: whoever has only a part of the county in reach can't do it. @throws Refused not_allowed */
export const reachCounty = (actor: Actor, county: number): Held => orRefuse(can(actor, 'case.import', { county }), 'not_allowed')

/** An import of a county in reach. @throws Refused not_found */
export async function reachImport(db: Queryable, actor: Actor, { county, id }: { county: number; id: string }, lock?: 'lock'): Promise<ImportRecord> {
  orRefuse(can(actor, 'case.import', { county }))
  return orRefuse(await importOf(db, county, id, lock))
}
