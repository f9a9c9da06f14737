/** A piece of a text that learning counts: up to three Chinese characters, a word of letters, or a part of one. */
export interface Gram {
  gram: string
  /** Where it stands in the text, in UTF-16 units; the end is not part of it. */
  from: number
  to: number
}

const pieces = /[\p{Script=Han}]+|[\p{L}\p{M}]+|\d+/gu
const han = /^\p{Script=Han}/u
const hanLengths = [1, 2, 3]
const partLength = 4

/**
 * The grams of a text. Chinese has no spaces: every one, two and three characters in a row are one. Other scripts give whole
 * words, and four letters in a row of longer ones, so that an ending or a slip of the pen changes little. Numbers count by
 * their length alone: no telephone number is ever learnt.
 */
export function gramsOf(text: string): Gram[] {
  const found: Gram[] = []
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (han.test(piece)) addHan(found, piece, index)
    else if (/^\d/.test(piece)) found.push({ gram: `#${Math.min(piece.length, 9)}`, from: index, to: index + piece.length })
    else addWord(found, piece, index)
  }
  return found
}

function addHan(found: Gram[], piece: string, at: number): void {
  for (const length of hanLengths) addParts(found, [...piece], at, length)
}

/** A word's ends count as letters: parts at its beginning and end are told from those within. */
function addWord(found: Gram[], piece: string, at: number): void {
  found.push({ gram: ` ${piece.toLowerCase()} `, from: at, to: at + piece.length })
  const letters = [' ', ...piece, ' ']
  if (letters.length <= partLength) return
  const parts: Gram[] = []
  addParts(parts, letters, at - 1, partLength)
  for (const { gram, from, to } of parts) found.push({ gram, from: Math.max(from, at), to: Math.min(to, at + piece.length) })
}

/** Every so many letters in a row. Rare characters take two units: positions are counted in units, lengths in letters. */
function addParts(found: Gram[], letters: readonly string[], at: number, length: number): void {
  const starts = [at]
  for (const letter of letters) starts.push(starts.at(-1)! + letter.length)
  for (let i = 0; i + length <= letters.length; i++) {
    found.push({ gram: letters.slice(i, i + length).join('').toLowerCase(), from: starts[i]!, to: starts[i + length]! })
  }
}
