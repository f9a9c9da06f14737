import { Link } from 'wouter'
import { ElderSwitch } from '../elder/elder-switch.tsx'
import { Seal } from '../frame/seal.tsx'
import { useWords } from '../frame/use-words.ts'
import { LanguageSwitch } from '../me/language-switch.tsx'
import { ContinueDraft } from './outbox-strip.tsx'
import { ReportButton } from './report-button.tsx'
import './home.css'
import './first-visit.css'

/** Whoever comes for the first time: what this is, in two lines, and the button. No sign-in stands before it. */
export function FirstVisit() {
  const t = useWords()
  return (
    <div className="home first-visit">
      <div className="first-visit-top">
        <Seal size="large" />
        <LanguageSwitch look="quiet" />
      </div>
      <h1>{t('first.title')}</h1>
      <p className="first-visit-words">{t('first.words')}</p>
      <ReportButton />
      <ContinueDraft />
      <ElderSwitch look="button" />
      <p className="first-visit-sign-in">
        {t('first.have')} <Link href="/sign-in" className="button quiet">{t('signIn.title')}</Link>
      </p>
      <Link href="/matters?see=public" className="first-visit-public">{t('first.public')}</Link>
    </div>
  )
}
