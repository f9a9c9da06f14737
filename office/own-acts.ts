const ownForMs = 10_000
const acted = new Map<string, number>()

/** Remembers that this person has just acted on a case: the news of it is none to them. */
export function markOwn(id: string) {
  acted.set(id, Date.now())
}

export const isOwn = (id: string) => Date.now() - (acted.get(id) ?? 0) < ownForMs
