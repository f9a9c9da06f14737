import { Link } from 'wouter'
import { PenIcon } from '../frame/icons.tsx'
import { useWords } from '../frame/use-words.ts'

/** The biggest thing on the page. */
export function ReportButton() {
  const t = useWords()
  return (
    <Link href="/report" className="report-button">
      <span className="report-button-words">
        <span className="report-button-name">{t('report.title')}</span>
        <span className="report-button-more">{t('home.reportMore')}</span>
      </span>
      <span className="report-button-mark"><PenIcon size={30} /></span>
    </Link>
  )
}
