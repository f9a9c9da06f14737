import { createContext, use, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { InBoth } from '#contract/wire.ts'
import type { Language } from '#screen/words.ts'
import { useElderMode } from '../elder/elder-mode.ts'

const Choosing = createContext<(language: Language) => Promise<void>>(async () => {})
export const ChooseLanguage = Choosing.Provider
export const useChooseLanguage = () => use(Choosing)

/** This app's own words: `t('home.report')`. In elder mode the plainer ones, where there are such. */
export function useWords() {
  const { t } = useTranslation(undefined, { keyPrefix: 'resident' })
  const isElder = useElderMode()
  return useCallback((key: string, values?: Record<string, unknown>): string => t(isElder ? [`plain.${key}`, key] : key, values ?? {}), [t, isElder])
}

export const useLanguage = () => useTranslation().i18n.language as Language

/** A name in the reader's language; in Chinese where it has no English one. */
export function useName() {
  const language = useLanguage()
  return (name: InBoth) => (language === 'en' ? (name.en ?? name.zh) : name.zh)
}
