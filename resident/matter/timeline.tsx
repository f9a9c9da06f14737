import type { Matter, Step } from '#contract/matters.ts'
import { useTime } from '../frame/use-time.ts'
import { useName, useWords } from '../frame/use-words.ts'
import { useCaseWords } from './case-words.ts'
import { MatterPhotos } from './matter-photos.tsx'

/** What was done by which body, the newest first. */
export function Timeline({ steps, matter }: { steps: Step[]; matter: Matter }) {
  const t = useWords()
  const name = useName()
  const words = useCaseWords()
  const { time } = useTime()
  if (steps.length === 0) return null
  return (
    <section className="matter-part" aria-labelledby="timeline">
      <h2 id="timeline">{t('matter.timeline')}</h2>
      <ol className="timeline" reversed>
        {newestFirst(steps).map((step) => (
          <li key={step.id} className={step.body ? 'step' : 'step of-resident'}>
            <p className="step-what">{words.step(step)}</p>
            <p className="step-who">
              <time dateTime={step.at}>{time(step.at)}</time>
              <span>{step.body ? name(step.body) : t(matter.mine ? 'matter.me' : 'matter.resident')}</span>
            </p>
            {step.words && <p className="quoted">{step.words}</p>}
            <MatterPhotos matter={matter} photos={step.photos} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const newestFirst = (steps: Step[]) => [...steps].sort((a, b) => b.at.localeCompare(a.at))
