import type { PetitionOfMatter } from '#contract/casework.ts'
import { isStatutory } from '../clocks/clock.ts'
import type { CaseFile } from '../cases/case.ts'
import { deskAbove, type Bodies } from '../cases/ladder.ts'
import { remedyOf, whyNotAskReview } from './petition.ts'

/** What binds the offices in a petition matter, and what its resident may ask for. */
export function petitionShown(file: CaseFile, bodies: Bodies, zone: string, now: Date): PetitionOfMatter | null {
  if (!file.petition) return null
  const remedy = whyNotAskReview(file, zone, now) ? undefined : remedyOf(file, zone)
  const above = remedy && deskAbove(bodies, remedy.against)
  return {
    times: file.clocks.filter(isStatutory).map((clock) => ({
      kind: clock.kind as PetitionOfMatter['times'][number]['kind'], body: bodies.get(clock.body)!.name, startedAt: clock.startedAt, dueAt: clock.dueAt!,
      endedAt: clock.endedAt, late: clock.breachedAt !== null || clock.dueAt! < (clock.endedAt ?? now.toISOString()),
    })),
    remedy: remedy ? { kind: remedy.kind, of: above?.name ?? null, until: remedy.until.toISOString() } : null,
  }
}
