import { coverNumbers } from '../report/public-words.ts'

/** One word of what was said, which a tap covers; or what stands between words, which nobody needs to cover. */
export interface Segment {
  words: string
  tappable: boolean
  /** Looks like a number of a person: covered unless whoever said it wants it to stay. */
  likelyPersonal: boolean
}

const alreadyCovered = /█/

/** Splits what was said into words, each number of a person as one. A browser that knows no words splits at every character. */
export function segmentsOf(said: string): Segment[] {
  return coverNumbers(said).flatMap((part): Segment[] => (part.covered ? [{ words: part.words, tappable: true, likelyPersonal: true }] : wordsOf(part.words)))
}

function wordsOf(text: string): Segment[] {
  const pieces = 'Segmenter' in Intl ? [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment) : [...text]
  return pieces.map((words) => ({ words, tappable: /[\p{L}\p{N}]/u.test(words) && !alreadyCovered.test(words), likelyPersonal: false }))
}
