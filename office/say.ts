import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InBoth, Language } from '#contract/wire.ts'

/** The reader's words: `t` for texts, `name` for what carries its name in both languages. */
export function useSay() {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh'
  return useMemo(
    () => ({
      t,
      language,
      name: (both: InBoth) => (language === 'en' ? (both.en ?? both.zh) : both.zh),
      list: (items: string[]) => items.join(language === 'en' ? ', ' : '、'),
    }),
    [t, language],
  )
}
