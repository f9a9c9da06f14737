import { useRouter } from '@tanstack/react-router'
import type { Case } from '#contract/cases.ts'
import { CaseCode } from '../codes/case-code.tsx'
import { Due } from '../controls/due.tsx'
import { Icon } from '../controls/icon.tsx'
import { StateMark } from '../controls/state-mark.tsx'
import { When } from '../controls/when.tsx'
import { useSay } from '../say.ts'
import { CaseMarks } from './case-marks.tsx'
import { nextDue } from './next-due.ts'
import { titleOf } from './title.ts'

export function CaseHead({ subject }: { subject: Case }) {
  const { t, name } = useSay()
  const router = useRouter()
  const due = nextDue(subject.clocks)
  return (
    <header className="case-head">
      <p className="case-line">
        <button type="button" className="link case-back" onClick={() => router.history.back()}>
          <Icon name="back" /> {t('office.back')}
        </button>
        <span className="case-number figures">{subject.number}</span>
        <StateMark state={subject.state} />
        <span>{t(`casework.levels.${subject.level}`)}</span>
        <CaseMarks subject={subject} />
        <span className="soft">
          {t('office.case.received')} <When at={subject.receivedAt} />
        </span>
        {due && (
          <span className="case-due">
            <Due
              at={due.dueAt}
              paused={due.pausedAt !== null}
              breached={due.breachedAt !== null}
              what={t(`casework.clocks.${due.kind}`)}
            />
          </span>
        )}
      </p>
      <h1 id="case-heading">{titleOf(subject)}</h1>
      <p className="case-where soft">
        {subject.category ? name(subject.category.name) : t('office.list.unsorted')}
        <span aria-hidden="true"> · </span>
        {subject.place.map((region) => name(region.name)).join(' ')}
      </p>
      {subject.code && <CaseCode county={subject.county} code={subject.code} />}
    </header>
  )
}
