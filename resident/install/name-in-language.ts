import i18next from 'i18next'
import type { Language } from '#screen/words.ts'

/** An installed app keeps the name of its manifest, so each language has one; both say that they are the same app. */
export function nameAppInLanguage() {
  const manifest = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
  const name = (language: Language) => manifest?.setAttribute('href', language === 'zh' ? '/manifest.webmanifest' : '/manifest.en.webmanifest')
  name(i18next.language as Language)
  i18next.on('languageChanged', (language) => name(language as Language))
}
