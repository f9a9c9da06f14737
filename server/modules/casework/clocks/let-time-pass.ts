import type { Queryable } from '#server/kernel/database.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Calendar } from '#server/kernel/calendar.ts'
import type { Loaded } from '../cases/case.sql.ts'
import type { Bodies } from '../cases/ladder.ts'
import { upFrom } from '../cases/ladder.ts'
import type { Policies } from '../policies/recall-policies.ts'
import { record } from '../cases/record-event.ts'
import { ticked } from './tick.ts'

/**
 * Says on a locked case everything that is due by now. Whoever acts does this first, so that a breach counts for the body
 * that held the clock then, though no worker has looked since.
 */
export async function letTimePass(
  tx: Queryable,
  loaded: Loaded,
  by: { now: Date; policies: Policies; calendar: Calendar; bodies: Bodies },
): Promise<Loaded> {
  const { now, policies, calendar, bodies } = by
  const rules = policies.of(loaded)
  const above = (body: string) => {
    const known = bodies.get(body)
    return known && upFrom(bodies, known)[0]?.id
  }
  const open = new Set([...bodies.values()].filter((body) => body.isOpen).map((body) => body.id))
  let passed = loaded
  for (;;) {
    const event = ticked({ file: passed.file, rules, timing: { calendar, warnShare: rules.warnShare }, now, newId: uuidv7 }, { above, open })
    if (!event) return passed
    passed = await record({ now }, tx, passed, event, event.body ? { body: event.body } : {})
  }
}
