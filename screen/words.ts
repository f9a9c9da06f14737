import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Problem } from '#contract/wire.ts'
import { callAs } from './api.ts'

export type Language = 'zh' | 'en'
type Words = Record<string, unknown>

const kept = 'gongzhi-language'

/** The language chosen before, else the browser's, else Chinese. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(kept)
  if (chosen === 'zh' || chosen === 'en') return chosen
  return navigator.language.toLowerCase().startsWith('zh') || !navigator.language.toLowerCase().startsWith('en') ? 'zh' : 'en'
}

/**
 * Starts the words in one language; the other is fetched only when chosen.
 * @param load gives one language's namespaces, by dynamic import
 */
export async function startWords(load: (language: Language) => Promise<Words>) {
  const language = preferredLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: await load(language) } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  mark(language)
  i18next.on('languageChanged', (chosen) => mark(chosen as Language))
  return async (chosen: Language) => {
    if (!i18next.hasResourceBundle(chosen, 'translation')) i18next.addResourceBundle(chosen, 'translation', await load(chosen))
    localStorage.setItem(kept, chosen)
    await i18next.changeLanguage(chosen)
  }
}

function mark(language: Language) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  callAs({ language })
}

/** What a refusal says in the reader's language; the server's own sentence where its code is unknown here. */
export function refusalWords(problem: Problem): string {
  const key = `refusals.${problem.code}`
  return i18next.exists(key) ? i18next.t(key, { ...problem }) : problem.detail
}

/** The same where only the code is known. */
export const refusalText = (code: string) => i18next.t(`refusals.${code}`)
