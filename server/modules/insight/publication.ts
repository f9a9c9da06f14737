/** Part of a whole for a body, or on a ground. */
export interface Share {
  part: number
  whole: number
}

/** Of fewer a rate says little, and may say it of somebody in particular. */
export const wholeFrom = 10
/** Fewer than so many might be recognised by those who know the place. */
export const groupFrom = 5
/** What residents say is told of enough of them only, and never where all but a few said the same. */
const voicesFrom = 20

/** Is a share of bodies' doing fit to be told: nobody but the body is seen in it. */
export const isFitOfWork = ({ whole }: Share): boolean => whole >= wholeFrom

/** Is a share of what residents said fit to be told: neither those who did say so nor those who didn't are few. */
export const isFitOfVoices = ({ part, whole }: Share): boolean => whole >= voicesFrom && part >= groupFrom && whole - part >= groupFrom

/** Is a number of cases fit to be told: none, or enough. */
export const isFitAsCount = ({ part }: Share): boolean => part === 0 || part >= groupFrom

/**
 * Of shares whose sum is told too, those that are withheld: the unfit, and as many beside them as it takes that what all
 * withheld ones are together is fit itself, since whoever subtracts what is told from the sum is left with that.
 */
export function withheldOf<Key>(shares: ReadonlyMap<Key, Share>, isFit: (share: Share) => boolean): Set<Key> {
  const smallestFirst = [...shares].toSorted(([, a], [, b]) => a.part - b.part || a.whole - b.whole)
  const withheld = new Set(smallestFirst.filter(([, share]) => !isFit(share)).map(([key]) => key))
  for (const [key, share] of smallestFirst) {
    if (withheld.size === 0 || isFit(sumOf([...withheld].map((one) => shares.get(one)!)))) break
    if (share.part > 0 || share.whole > 0) withheld.add(key)
  }
  return withheld
}

export const sumOf = (shares: readonly Share[]): Share =>
  ({ part: shares.reduce((sum, one) => sum + one.part, 0), whole: shares.reduce((sum, one) => sum + one.whole, 0) })

export const percentOf = ({ part, whole }: Share): number => Math.round((part / whole) * 100)
