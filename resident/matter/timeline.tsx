import { useState } from 'react'
import type { Matter, Step } from '#contract/matters.ts'
import { Button } from '../controls/button.tsx'
import { useElderMode } from '../elder/elder-mode.ts'
import { useTime } from '../frame/use-time.ts'
import { useWords } from '../frame/use-words.ts'
import { useCaseWords } from './case-words.ts'
import { MatterPhotos } from './matter-photos.tsx'
import './timeline.css'

/** Shown at first in elder mode; the rest when it is asked for. */
const newestMax = 3

/** What was done by which body, the newest first. */
export function Timeline({ steps, matter }: { steps: Step[]; matter: Matter }) {
  const t = useWords()
  const words = useCaseWords()
  const { time } = useTime()
  const isElder = useElderMode()
  const [isWhole, setIsWhole] = useState(false)
  const shown = isElder && !isWhole ? newestFirst(steps).slice(0, newestMax) : newestFirst(steps)
  if (steps.length === 0) return null
  return (
    <section className="matter-part" aria-labelledby="timeline">
      <h2 id="timeline">{t('matter.timeline')}</h2>
      <ol className="timeline" reversed>
        {shown.map((step) => (
          <li key={step.id} className={ofResident.includes(step.kind) ? 'step of-resident' : 'step'}>
            <p className="step-what">{words.step(step)}</p>
            <p className="step-who">
              <time dateTime={step.at}>{time(step.at)}</time>
              {ofResident.includes(step.kind) && <span>{t(matter.mine ? 'matter.me' : 'matter.resident')}</span>}
            </p>
            {step.words && <p className="quoted">{step.words}</p>}
            <MatterPhotos matter={matter} photos={step.photos} />
          </li>
        ))}
      </ol>
      {shown.length < steps.length && <Button onClick={() => setIsWhole(true)}>{t('elder.earlier', { count: steps.length - shown.length })}</Button>}
    </section>
  )
}

/** A body stands in its own sentence; of the resident's steps it is said whose they are. */
const ofResident = ['case.received', 'case.added_to', 'case.rated', 'case.reopened', 'petition.review_asked', 'case.withdrawn']

/** They come in the order in which they happened. */
const newestFirst = (steps: Step[]) => steps.map((_, at) => steps[steps.length - 1 - at]!)
