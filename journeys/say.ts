import i18next, { type i18n } from 'i18next'
import casework from '#words/zh/casework.ts'
import caseworkEn from '#words/en/casework.ts'
import codes from '#words/zh/codes.ts'
import codesEn from '#words/en/codes.ts'
import exchange from '#words/zh/exchange.ts'
import exchangeEn from '#words/en/exchange.ts'
import figures from '#words/zh/figures.ts'
import figuresEn from '#words/en/figures.ts'
import imports from '#words/zh/imports.ts'
import importsEn from '#words/en/imports.ts'
import notices from '#words/zh/notices.ts'
import noticesEn from '#words/en/notices.ts'
import office from '#words/zh/office.ts'
import officeEn from '#words/en/office.ts'
import organisation from '#words/zh/organisation.ts'
import organisationEn from '#words/en/organisation.ts'
import policies from '#words/zh/policies.ts'
import policiesEn from '#words/en/policies.ts'
import personal from '#words/zh/personal.ts'
import personalEn from '#words/en/personal.ts'
import refusals from '#words/zh/refusals.ts'
import refusalsEn from '#words/en/refusals.ts'
import resident from '#words/zh/resident.ts'
import residentEn from '#words/en/resident.ts'

export type Language = 'zh' | 'en'
/** The words that the screens show, by their key; stories name what they press by the product's own words. */
export type Say = (key: string, values?: Record<string, string | number>) => string

const words = {
  zh: { casework, codes, exchange, figures, imports, notices, office, organisation, personal, policies, refusals, resident },
  en: {
    casework: caseworkEn, codes: codesEn, exchange: exchangeEn, figures: figuresEn, imports: importsEn, notices: noticesEn, office: officeEn, organisation: organisationEn, personal: personalEn, policies: policiesEn,
    refusals: refusalsEn, resident: residentEn,
  },
}

/** @throws where a key names nothing, since a story that looks for a key's name finds nothing for ever */
export function sayIn(language: Language): Say {
  const i18n: i18n = i18next.createInstance()
  void i18n.init({ lng: language, resources: { [language]: { translation: words[language] } }, interpolation: { escapeValue: false }, initAsync: false })
  return (key, values) => {
    if (!i18n.exists(key, values ?? {})) throw new Error(`No words for ${key}`)
    return i18n.t(key, values ?? {})
  }
}
