import type { Case } from '#contract/cases.ts'

const lengthMax = 40

/** The first words of the first appeal: a case has no other title. */
export function titleOf({ appeals }: Pick<Case, 'appeals'>): string {
  const words = [...(appeals[0]?.words ?? '').replace(/\s+/g, ' ').trim()]
  const sentence = words.join('').split(/(?<=[。！？!?])/)[0] ?? ''
  const first =
    [...sentence].length > 6 && [...sentence].length <= lengthMax ? [...sentence.replace(/[。！]$/, '')] : words
  return first.length > lengthMax ? `${first.slice(0, lengthMax).join('')}…` : first.join('')
}
