import type { Language } from '#screen/words.ts'

/** One language's words. The other language is another file, fetched only when it is chosen. */
export const loadWords = async (language: Language) =>
  (language === 'zh' ? await import('./words-zh.ts') : await import('./words-en.ts')).default
