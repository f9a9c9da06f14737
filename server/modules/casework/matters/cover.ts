import { moved, type Deciding } from '../cases/decision.ts'
import type { CaseEvent } from '../cases/event.ts'

/** Stands where something was covered. As long as what it covers, so that the words around it stay where they were. */
export const cover = '█'

/** The words with these parts covered wherever they stand, the longest first, so that no part is cut by a shorter one. */
export function covered(words: string, parts: readonly string[]): string {
  return parts.toSorted((one, other) => other.length - one.length).reduce((text, part) => text.replaceAll(part, cover.repeat([...part].length)), words)
}

/** How much of it is covered, in characters. */
export const coveredLength = (words: string): number => [...words].filter((one) => one === cover).length

/** What stood in all of it: kept as it was, and added to when more is covered later. */
export function originalOf(kept: string | undefined, before: readonly string[]): string {
  const untouched = before.filter((words) => !words.includes(cover))
  return [...(kept ? [kept] : []), ...untouched].join('\n\n')
}

/** Parts of the words are covered; nothing of the case changes but its version. */
export const wordsCovered = (on: Deciding, characters: number): CaseEvent => moved(on, 'cover', 'case.words_covered', { values: { characters: String(characters) } }, {})
