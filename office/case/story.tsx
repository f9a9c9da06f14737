import type { Case } from '#contract/cases.ts'
import type { Step } from '#contract/matters.ts'
import { addressOf } from '#screen/api.ts'
import { timeWords } from '#screen/time.ts'
import { Icon } from '../controls/icon.tsx'
import { Photos } from '../controls/photos.tsx'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import { useStepSentence } from './step-sentence.ts'

/** The steps of a case, oldest first. What the resident does not see is set apart and says so. */
export function Story({ subject, steps }: { subject: Case; steps: Step[] }) {
  return (
    <ol className="story">
      {steps.map((step) => (
        <StepLine key={step.id} subject={subject} step={step} />
      ))}
    </ol>
  )
}

function StepLine({ subject: { county, id }, step }: { subject: Case; step: Step }) {
  const { t } = useSay()
  const sentence = useStepSentence()
  const reader = useReader()
  const isInternal = step.audience === 'staff'
  return (
    <li
      className={[
        'step',
        isInternal && 'step-internal',
        !step.body && 'step-resident',
        step.kind === 'clock.breached' && 'step-late',
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <p className="step-what">{sentence(step)}</p>
      <p className="step-when soft">
        <time className="figures" dateTime={step.at}>
          {timeWords(step.at, reader)}
        </time>
        {step.person && <span>{step.person}</span>}
        {isInternal && (
          <span className="step-mark">
            <Icon name="lock" size={12} /> {t('office.case.internal')}
          </span>
        )}
      </p>
      {step.words && <p className="step-words">{step.words}</p>}
      <Photos
        photos={step.photos}
        address={(photo, size) => addressOf('readCasePhoto', { county, id, photo }, { size })}
      />
    </li>
  )
}
