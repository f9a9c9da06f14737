import type { Clock } from '#contract/cases.ts'

/** The clock that runs out first among those that still run. */
export function nextDue(clocks: Clock[]): Clock | undefined {
  const running = clocks.filter((clock) => !clock.endedAt && clock.dueAt)
  return running.toSorted((one, other) => (one.dueAt! < other.dueAt! ? -1 : 1))[0]
}
