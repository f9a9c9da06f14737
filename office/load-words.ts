import type { Language } from '#screen/words.ts'

/** The texts that the office shows, one language at a time. */
export async function loadWords(language: Language) {
  const files = language === 'zh' ? chinese() : english()
  const names = Object.keys(files) as (keyof typeof files)[]
  const modules = await Promise.all(names.map((name) => files[name]))
  return Object.fromEntries(names.map((name, at) => [name, modules[at]!.default]))
}

const chinese = () => ({
  office: import('#words/zh/office.ts'),
  casework: import('#words/zh/casework.ts'),
  refusals: import('#words/zh/refusals.ts'),
  notices: import('#words/zh/notices.ts'),
  imports: import('#words/zh/imports.ts'),
  personal: import('#words/zh/personal.ts'),
  organisation: import('#words/zh/organisation.ts'),
  figures: import('#words/zh/figures.ts'),
  exchange: import('#words/zh/exchange.ts'),
  policies: import('#words/zh/policies.ts'),
  codes: import('#words/zh/codes.ts'),
})

const english = () => ({
  office: import('#words/en/office.ts'),
  casework: import('#words/en/casework.ts'),
  refusals: import('#words/en/refusals.ts'),
  notices: import('#words/en/notices.ts'),
  imports: import('#words/en/imports.ts'),
  personal: import('#words/en/personal.ts'),
  organisation: import('#words/en/organisation.ts'),
  figures: import('#words/en/figures.ts'),
  exchange: import('#words/en/exchange.ts'),
  policies: import('#words/en/policies.ts'),
  codes: import('#words/en/codes.ts'),
})
