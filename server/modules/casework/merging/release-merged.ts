import { factsOf } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { loadCase, type Loaded } from '../cases/case.sql.ts'
import type { CaseDetail } from '../cases/event.ts'
import { record } from '../cases/record-event.ts'
import { letTimePass } from '../clocks/let-time-pass.ts'
import { takenApart } from './decision.ts'
import type { Around } from './merge-into.ts'
import { mergedInto } from './merged.sql.ts'

/** How a case was when it was merged: the trail tells. */
export async function beforeMerging(tx: Queryable, { file }: Loaded): Promise<Parameters<typeof takenApart>[1]> {
  const { from, clocks, values } = (await factsOf(tx, file.county, file.id)).findLast((fact) => fact.kind === 'case.merged')!.detail as CaseDetail
  return { state: from!.state, clocks: (clocks ?? []).map((clock) => clock.id), number: values!.number! }
}

/**
 * A master that is over without an answer answers nobody: those merged into it go on by themselves, as they were, by the same
 * change. Each appellant keeps the right to an answer.
 * @param because what became of the master
 */
export async function releaseMerged(tx: Queryable, county: number, master: string, because: 'withdrawn' | 'declined', around: Around): Promise<void> {
  for (const { id } of await mergedInto(tx, county, master)) {
    const found = await loadCase(tx, county, id, 'lock')
    if (found?.file.state !== 'merged') continue
    const child = await letTimePass(tx, found, around)
    const rules = around.policies.of(child)
    const on = { file: child.file, rules, timing: { calendar: around.calendar, warnShare: rules.warnShare }, now: around.now, newId: uuidv7 }
    await record(around, tx, child, takenApart(on, { ...(await beforeMerging(tx, child)), because }), {})
  }
}
