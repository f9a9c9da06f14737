import { FieldError } from '../controls/field.tsx'
import { useWords } from '../frame/use-words.ts'
import { SayIt } from '../voice/say-it.tsx'
import { withSaid } from '../voice/spoken-words.ts'
import { LikelyCategory } from './advice/likely-category.tsx'
import { Photos } from './photos.tsx'
import { Question } from './question.tsx'
import type { Part } from './report.tsx'

const wordsMax = 10_000

/** The first question: words, and photos where they say more. */
export function What({ canUpload, ...part }: Part & { canUpload: boolean }) {
  const { draft, change, missing } = part
  const t = useWords()
  const isMissing = missing.includes('words') && draft.words.trim() === ''
  return (
    <Question number={1} title={t('report.what')}>
      <div className="field">
        <textarea id="ask-words" className="input" rows={5} maxLength={wordsMax} value={draft.words}
          aria-label={t('report.what')} placeholder={t('report.whatHint')} aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? 'words-missing' : undefined}
          onChange={({ target }) => change((now) => ({ ...now, words: target.value }))} />
        <SayIt onSaid={(said) => change((now) => ({ ...now, words: withSaid(now.words, said) }))} />
        {isMissing && <FieldError id="words-missing">{t('report.missing.words')}</FieldError>}
        <LikelyCategory {...part} />
      </div>
      <Photos photos={draft.photos} county={canUpload ? draft.place.county : null}
        change={(how) => change((now) => ({ ...now, photos: how(now.photos) }))} />
    </Question>
  )
}
