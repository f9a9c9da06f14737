import type { Acting } from './act-on-case.ts'
import { accepted } from './decision.ts'
import type { CaseEvent } from './event.ts'
import { deskAbove } from './ladder.ts'
import { readRepeats } from '../reading/repeats.sql.ts'
import { alsoUrged } from '../requests/decision.ts'

/** Accepted; where the rules count repeats, what was reported too often before is urged at once. They are asked for by these rules alone. */
export async function acceptSupervised({ on, file, bodies, tx }: Pick<Acting, 'on' | 'file' | 'bodies' | 'tx'>, category: string | undefined, owner?: string | null): Promise<CaseEvent> {
  const event = accepted(on, category, owner)
  const { repeats, repeatDays } = on.rules.supervision
  if (repeats === 0) return event
  const { person, place } = await readRepeats(tx, file.county, file.id, repeatDays)
  return Math.max(person, place) >= repeats ? alsoUrged(on, event, { of: file.desk, by: deskAbove(bodies, file.desk)?.id, ground: 'repeated' }) : event
}
