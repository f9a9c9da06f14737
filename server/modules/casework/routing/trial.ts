/** One closed case: whom each catalogue names, and who reported the result that stood. Null: nobody, or not known. */
export interface PastRoute {
  before: string | null
  after: string | null
  solver: string | null
}

export interface RouteCounts {
  cases: number
  /** Cases of which it is known who solved them. */
  solved: number
  elsewhere: number
  nobodyBefore: number
  nobodyAfter: number
  /** The one named is the one who solved it. */
  rightBefore: number
  rightAfter: number
}

export const noRoutes: RouteCounts = { cases: 0, solved: 0, elsewhere: 0, nobodyBefore: 0, nobodyAfter: 0, rightBefore: 0, rightAfter: 0 }

/** Adds a case. */
export function withRoute(counts: RouteCounts, { before, after, solver }: PastRoute): RouteCounts {
  return {
    cases: counts.cases + 1,
    solved: counts.solved + Number(solver !== null),
    elsewhere: counts.elsewhere + Number(before !== after),
    nobodyBefore: counts.nobodyBefore + Number(before === null),
    nobodyAfter: counts.nobodyAfter + Number(after === null),
    rightBefore: counts.rightBefore + Number(solver !== null && before === solver),
    rightAfter: counts.rightAfter + Number(solver !== null && after === solver),
  }
}
