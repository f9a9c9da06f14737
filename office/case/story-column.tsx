import { useEffect, useRef, useState } from 'react'
import type { Case } from '#contract/cases.ts'
import { useSay } from '../say.ts'
import { Composer } from './composer.tsx'
import { Story } from './story.tsx'

/** What was done so far, and the note being written. */
export function StoryColumn({ subject }: { subject: Case }) {
  const { t } = useSay()
  const [asResident, setAsResident] = useState(false)
  const column = useRef<HTMLElement>(null)
  const steps = asResident ? subject.steps.filter(({ audience }) => audience === 'resident') : subject.steps
  const count = subject.steps.length
  // The newest step is the one to act on.
  useEffect(() => {
    if (count > 0 && column.current) column.current.scrollTop = column.current.scrollHeight
  }, [count])
  return (
    <section ref={column} className="case-story" aria-labelledby="story-heading">
      <header className="column-head">
        <h2 id="story-heading">{t('office.case.story')}</h2>
        <button
          type="button"
          className="quiet-button"
          aria-pressed={asResident}
          onClick={() => setAsResident(!asResident)}
        >
          {t('office.case.asResident')}
        </button>
      </header>
      <Story subject={subject} steps={steps} />
      {subject.may.note !== undefined && <Composer subject={subject} />}
    </section>
  )
}
