const silentDays = 365
const dayMs = 86_400_000

/**
 * Numbers are given out again some months after they fall silent. A number that proved nobody for a year may be another
 * person's now: whoever has it today is somebody new here. A session lasts 180 days, so nobody who uses the app falls silent.
 */
export function hasFallenSilent(provedAt: Date | null, now: Date): boolean {
  return provedAt !== null && now.getTime() - provedAt.getTime() > silentDays * dayMs
}
