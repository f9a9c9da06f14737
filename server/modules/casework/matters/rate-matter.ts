import { rateMatter } from '#contract/casework.ts'
import { operation, resident } from '#server/kernel/operation.ts'
import { actOnMatter } from './act-on-matter.ts'
import { rated, type Deciding } from '../cases/decision.ts'
import type { CaseEvent } from '../cases/event.ts'
import { deskAbove } from '../cases/ladder.ts'
import { also, asked } from '../requests/decision.ts'
import { insertRating } from './appeal.sql.ts'

export default operation(rateMatter, resident, async (call) => {
  await rateAs(call, call.body)
  return {}
})

interface Verdict {
  contacted: boolean
  solved: 'yes' | 'partly' | 'no'
  satisfied: number
  words?: string | undefined
}

/** The verdict of whoever may speak in a matter. */
export async function rateAs(call: Parameters<typeof actOnMatter>[0], verdict: Verdict): Promise<void> {
  const { county, id } = call.params
  await actOnMatter(call, 'rate', async (on, tx, bodies) => {
    await insertRating(tx, { county, case: id, person: call.actor.person, round: on.file.reopened, at: call.now, ...verdict })
    return followUp(on, verdict, deskAbove(bodies, on.file.desk)?.id ?? on.file.desk)
  })
}

/** Not solved, the desk above calls back. Not solved again, after it was opened anew, it urges the desk. */
function followUp(on: Deciding, rating: { contacted: boolean; solved: string; satisfied: number }, above: string): CaseEvent {
  const { file } = on
  const verdict = rated(on, rating)
  if (rating.solved === 'yes') return verdict
  const calledBack = also(verdict, asked(on, { kind: 'callback', of: above, by: file.desk, wants: { ground: 'not_solved' } }))
  const isUrged = rating.solved === 'no' && file.reopened > 0 && above !== file.desk
  return isUrged ? also(calledBack, asked(on, { kind: 'supervision', of: file.desk, by: above, wants: { ground: 'not_solved_again' } })) : calledBack
}
