/** What a body may and must do by law 职责清单, for a category or for all. */
export interface Remit {
  id: string
  body: string
  /** Null: in every category. */
  category: string | null
  words: string
  /** The law that says so. */
  ground: string
}

/** What a body may do in a case: what is said of its category first, then what is said of all. @param chain the category and those above it */
export function remitOf(remits: readonly Remit[], body: string, chain: readonly string[]): Remit[] {
  const rank = ({ category }: Remit) => (category === null ? chain.length : chain.indexOf(category))
  return remits.filter((one) => one.body === body && rank(one) >= 0).toSorted((a, b) => rank(a) - rank(b))
}
