import type { Queryable } from '#server/kernel/database.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { holdsPostIn, officersOf } from '#server/modules/identity/index.ts'
import { reachedOf } from '../cases/act-on-case.ts'
import type { CaseRow } from '../cases/case.sql.ts'
import { whyNotBind, type Binding } from './officer.ts'

/**
 * By what the named handler of a dispatch binds the lead. At one's own body whoever holds a post there may be named, and
 * nothing is bound.
 * @throws Refused where they bind nothing here and now
 */
export async function refuseUnbound(tx: Queryable, row: CaseRow, to: { lead: string; handler: string }, now: Date): Promise<Binding | undefined> {
  const { lead, handler } = to
  const isInBody = await holdsPostIn(tx, row.county, lead, handler, now)
  if (lead === row.desk) {
    refuseIf(isInBody ? undefined : 'task.handler_not_in_body')
    return undefined
  }
  const binders = await officersOf(tx, { host: row.desk, body: lead, row: reachedOf(row) }, now)
  refuseIf(whyNotBind(binders, handler, isInBody))
  return binders.how === 'nobody' ? undefined : binders.how
}

/** Does the officer still bind the lead: whoever approved a proposal may have taken until after the end of their duty. */
export async function stillBinds(tx: Queryable, row: CaseRow, to: { lead: string; handler: string }, now: Date): Promise<boolean> {
  if (to.lead === row.desk) return await holdsPostIn(tx, row.county, to.lead, to.handler, now)
  const { officers } = await officersOf(tx, { host: row.desk, body: to.lead, row: reachedOf(row) }, now)
  return officers.some((one) => one.person === to.handler)
}
