import { Button } from 'antd'
import type { Learnt } from '#contract/advice.ts'
import { BodyLoad } from '../../controls/body-load.tsx'
import { Icon } from '../../controls/icon.tsx'
import { useSay } from '../../say.ts'

interface Suggestion {
  value: string
  name: string
  confidence: number
  because: string[]
}

interface Props {
  suggestions: Suggestion[]
  chosen: string | undefined
  choose: (value: string) => void
  /** What stands behind it; null: nothing was learnt yet. */
  learnt: Learnt | null | undefined
  /** They are bodies of this county: what each has to do already is shown beside it. */
  bodiesOf?: number
}

/** What closed cases suggest, below the field that it is for. Nothing is chosen before a person chooses it. */
export function Suggested({ suggestions, chosen, choose, learnt, bodiesOf }: Props) {
  const { t } = useSay()
  if (suggestions.length === 0) return null
  return (
    <fieldset className="suggested">
      <legend className="soft">{t('office.advice.suggested')}</legend>
      <ul>
        {suggestions.map(({ value, name, confidence, because }) => (
          <li key={value}>
            <Button
              size="small"
              aria-pressed={chosen === value}
              icon={chosen === value ? <Icon name="check" /> : undefined}
              onClick={() => choose(value)}
            >
              {name}
            </Button>
            <span className="suggested-sure figures">
              {t('office.advice.sure', { percent: Math.round(confidence * 100) })}
            </span>
            <span className="suggested-why">
              {t('office.advice.because')} <Because words={because} />
            </span>
            {bodiesOf !== undefined && chosen !== value && <BodyLoad county={bodiesOf} body={value} />}
          </li>
        ))}
      </ul>
      {learnt && (
        <p className="suggested-learnt soft">
          {t('office.advice.learnt', {
            count: learnt.examples,
            percent: Math.round((learnt.correct / learnt.examples) * 100),
          })}
        </p>
      )}
    </fieldset>
  )
}

const Because = ({ words }: { words: string[] }) =>
  words.slice(0, 4).map((one) => (
    <mark key={one} className="counted">
      {one}
    </mark>
  ))
