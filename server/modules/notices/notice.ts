import type { InBoth } from '#contract/wire.ts'
import type said from '#words/zh/notices.ts'

type Said = typeof said

/** A key of the words: a notice that nobody can read does not compile. */
export type NoticeKind = { [To in keyof Said]: `${To}.${keyof Said[To] & string}` }[keyof Said]

/** What the words of a notice are filled with: a plain text, or a name in both languages. Never anything personal. */
export type NoticeValues = Record<string, string | InBoth>

/** One thing that one person is told, in one of the two apps. */
export interface NewNotice {
  county: number
  person: string
  app: 'resident' | 'office'
  /** notices.<kind> of the words. */
  kind: NoticeKind
  /** What it is about and leads to: 'case', 'membership', 'person' … */
  subjectKind: string
  subject: string
  detail?: { number?: string | null; values?: NoticeValues }
  at: Date
}

/** The values in the reader's language; a name that has none in it comes as it is. */
export function valuesIn(language: 'zh' | 'en', values: NoticeValues): Record<string, string> {
  const inLanguage = (value: string | InBoth) => (typeof value === 'string' ? value : (value[language] ?? value.zh))
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inLanguage(value)]))
}
