const ownForMs = 10_000
const acted = new Map<string, number>()
const versions = new Map<string, Set<number>>()

/** Remembers that this person has just acted on a case: the news of it is none to them. */
export function markOwn(id: string) {
  acted.set(id, Date.now())
}

export const isOwn = (id: string) => Date.now() - (acted.get(id) ?? 0) < ownForMs

/** Remembers the version that an own act has led to. */
export function markOwnVersion(id: string, version: number) {
  versions.set(id, (versions.get(id) ?? new Set()).add(version))
}

/** The version that one has reached by one's own acts alone from the one that was seen: nothing in between is news. */
export function ownUpTo(id: string, seen: number): number {
  const own = versions.get(id)
  let version = seen
  while (own?.has(version + 1)) version += 1
  return version
}
