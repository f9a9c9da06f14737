/** A case number as people say it: year and running number, e.g. 2026-000123. Unique in its county; gaps are allowed. */
export const numberOf = (row: { year: number; number: number }): string => `${row.year}-${String(row.number).padStart(6, '0')}`

/** What somebody typed to find a case: the whole number, or its last digits. Undefined: no number. */
export function parseNumber(text: string): { year?: number; number: number } | undefined {
  const found = /^(?:(\d{4})\s*[-–—/ ]\s*)?0*(\d{1,12})$/.exec(text.trim())
  if (!found) return undefined
  return { ...(found[1] && { year: Number(found[1]) }), number: Number(found[2]) }
}

/** The first words of an appeal, for lists. */
export function titleOf(words: string, lengthMax = 40): string {
  const [line = ''] = words.trim().split(/\n/)
  const letters = [...line.trim()]
  return letters.length > lengthMax ? `${letters.slice(0, lengthMax - 1).join('')}…` : letters.join('')
}
