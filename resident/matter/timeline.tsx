import type { Matter, Step } from '#contract/matters.ts'
import { useTime } from '../frame/use-time.ts'
import { useWords } from '../frame/use-words.ts'
import { useCaseWords } from './case-words.ts'
import { MatterPhotos } from './matter-photos.tsx'
import './timeline.css'

/** What was done by which body, the newest first. */
export function Timeline({ steps, matter }: { steps: Step[]; matter: Matter }) {
  const t = useWords()
  const words = useCaseWords()
  const { time } = useTime()
  if (steps.length === 0) return null
  return (
    <section className="matter-part" aria-labelledby="timeline">
      <h2 id="timeline">{t('matter.timeline')}</h2>
      <ol className="timeline" reversed>
        {newestFirst(steps).map((step) => (
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
    </section>
  )
}

/** A body stands in its own sentence; of the resident's steps it is said whose they are. */
const ofResident = ['case.received', 'case.added_to', 'case.rated', 'case.withdrawn']

/** They come in the order in which they happened. */
const newestFirst = (steps: Step[]) => steps.map((_, at) => steps[steps.length - 1 - at]!)
