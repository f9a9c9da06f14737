/** Words as the public would see them at most: what looks like a number of a person is covered. */
export interface Part {
  words: string
  covered: boolean
}

// Identity numbers; mainland mobile numbers, also written in groups; landlines with an area code.
const ofAPerson = /(?:\d{17}[\dXx]|(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}[\s-]\d{7,8})(?!\d)/g

/**
 * Splits words into what may stay and what is covered before anybody else sees them. Intake still reads every public
 * matter and covers names and addresses by hand; this only shows the person what they have given away.
 */
export function coverNumbers(words: string): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const found of words.matchAll(ofAPerson)) {
    // The end of a longer number. A look-behind would say so in the pattern, but older iPhones can't read one.
    if (/\d/.test(words.charAt(found.index - 1))) continue
    if (found.index > end) parts.push({ words: words.slice(end, found.index), covered: false })
    parts.push({ words: found[0], covered: true })
    end = found.index + found[0].length
  }
  if (end < words.length) parts.push({ words: words.slice(end), covered: false })
  return parts
}
