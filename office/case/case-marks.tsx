import type { Case } from '#contract/cases.ts'
import { fullDateWords } from '#screen/time.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'

/** So many of the same kind in a community within 90 days are a repeat place; fewer are no news. */
const placeRepeatsFrom = 3

/** What sets a case apart: a petition matter, planned for later, opened again, said again by the same person or at the same place, left out of the figures. */
export function CaseMarks({ subject: { petition, plannedUntil, reopened, excluded, archivedAt, clocks, repeats } }: { subject: Case }) {
  const { t } = useSay()
  const reader = useReader()
  const isLate = clocks.some(({ endedAt, breachedAt }) => !endedAt && breachedAt)
  return (
    <>
      {petition && <span className={isLate ? 'case-mark case-mark-late' : 'case-mark'}>{t('office.requests.petition')}</span>}
      {plannedUntil && <span className="case-mark">{t('office.requests.planned', { until: fullDateWords(plannedUntil, reader) })}</span>}
      {reopened > 0 && <span className="case-mark">{t('office.requests.reopened', { count: reopened })}</span>}
      {archivedAt && <span className="case-mark">{t('office.requests.archived', { at: fullDateWords(archivedAt, reader) })}</span>}
      {repeats.person > 0 && <span className="case-mark">{t('office.case.repeats.person', { count: repeats.person })}</span>}
      {repeats.place >= placeRepeatsFrom && <span className="case-mark">{t('office.case.repeats.place', { count: repeats.place })}</span>}
      {excluded && <span className="case-mark">{t('office.requests.excluded')}</span>}
    </>
  )
}
