import { useQuery } from '@tanstack/react-query'
import { Check } from '../controls/check.tsx'
import { FieldError } from '../controls/field.tsx'
import { useWords } from '../frame/use-words.ts'
import { askPrivacyNotice } from './privacy.ts'
import { NoticeText } from './notice-text.tsx'

const kept = 'gongzhi-consent'

/** The version of the notice that was agreed to on this phone before, so that nobody is asked at each signing in. */
export const consentKeptHere = () => localStorage.getItem(kept)
export const keepConsentHere = (version: string) => localStorage.setItem(kept, version)

interface Props {
  agreed: boolean
  onAgree: (agreed: boolean) => void
  missing: boolean
}

/** What is kept and why, in short; the whole text in place; and the box, which nobody ticks but the person. */
export function Consent({ agreed, onAgree, missing }: Props) {
  const t = useWords()
  const notice = useQuery(askPrivacyNotice)
  return (
    <div className="consent">
      <p className="faint">{t('privacy.short')}</p>
      <details className="consent-whole">
        <summary>{t('privacy.readAll')}</summary>
        {notice.data ? <NoticeText text={notice.data.text} /> : <p className="faint">{t(notice.error ? 'answer.noNetwork' : 'answer.waiting')}</p>}
      </details>
      <Check id="consent" checked={agreed} aria-invalid={missing || undefined}
        aria-describedby={missing ? 'consent-missing' : undefined} onChange={({ target }) => onAgree(target.checked)}>
        {t('privacy.agree')}
      </Check>
      {missing && <FieldError id="consent-missing">{t('privacy.agreeFirst')}</FieldError>}
    </div>
  )
}
