const pieces = /[\p{Script=Han}]+|[\p{L}\p{M}\d]+/gu

/** Of a long text the beginning tells what it is about. */
const lettersMax = 600

/** What two short texts are compared by: two Chinese characters in a row, and whole words and numbers of other scripts. */
export function pairsOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const [piece] of text.slice(0, lettersMax).matchAll(pieces)) {
    if (!/^\p{Script=Han}/u.test(piece)) {
      found.add(piece.toLowerCase())
      continue
    }
    const letters = [...piece]
    for (let i = 0; i + 2 <= letters.length; i++) found.add(letters[i]! + letters[i + 1]!)
  }
  return found
}

/** So many texts are supposed to say other things: of two alone, what both say would seem to be said by everybody. */
const supposed = 40

/**
 * How alike the words of each earlier text are to those of a later one, from 0 to 1. What is said all around counts little:
 * how rare a pair is shows in the texts that are compared, since they come from one neighbourhood.
 */
export function likenesses(later: string, earlier: readonly string[]): number[] {
  const own = pairsOf(later)
  const others = earlier.map(pairsOf)
  const seen = new Map<string, number>()
  for (const pairs of [own, ...others]) for (const pair of pairs) seen.set(pair, (seen.get(pair) ?? 0) + 1)
  const weigh = (pair: string) => Math.log((others.length + supposed) / (seen.get(pair)! + 0.5)) ** 2
  const lengthOf = (pairs: ReadonlySet<string>) => Math.sqrt([...pairs].reduce((sum, pair) => sum + weigh(pair), 0))
  const ownLength = lengthOf(own)
  return others.map((pairs) => {
    const common = [...pairs].reduce((sum, pair) => sum + (own.has(pair) ? weigh(pair) : 0), 0)
    return common === 0 ? 0 : common / (ownLength * lengthOf(pairs))
  })
}
