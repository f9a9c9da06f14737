import { createContext } from 'react'
import type { Language } from '#screen/words.ts'

/** Loads the texts of a language and shows them. */
export const ChooseLanguage = createContext<(language: Language) => Promise<void>>(async () => {})
