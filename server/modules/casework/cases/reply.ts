import type { Refusal } from '#server/kernel/refusal.ts'

/** What must not stand in words that go out: the appellant's own name, phone, address. */
export interface Protected {
  name: string | null
  phone: string | null
  address: string | null
}

/** Words for the resident or the public are scanned before they go out. */
export function whyNotSay(words: string | undefined, protectedOnes: readonly Protected[]): Refusal | undefined {
  if (!words) return undefined
  const plain = bare(words)
  const isIn = (value: string | null, lengthMin: number) => value !== null && bare(value).length >= lengthMin && plain.includes(bare(value))
  const leaks = protectedOnes.some(({ name, phone, address }) => isIn(name, 2) || isIn(phone, 7) || isIn(address, 6))
  return leaks ? 'case.personal_data_in_words' : undefined
}

/** Spaces and dashes do not hide a number. */
const bare = (text: string) => text.replaceAll(/[\s\-–—·,，.。()（）]/g, '').toLowerCase()
