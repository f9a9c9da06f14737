import type { PublicFigures } from '#contract/public-figures.ts'
import { useWords } from '../frame/use-words.ts'

type Told = PublicFigures['rates'][number]

/** What bodies did is told of ten, what residents said of twenty. */
export const tooFew = (rate: Told['rate']) => (rate === 'solved' || rate === 'satisfied' ? 'publicFigures.tooFewVoices' : 'publicFigures.tooFew')

/** The county's rates, each with what it is of and, one press away, how it is counted. */
export function Rates({ rates }: { rates: readonly Told[] }) {
  const t = useWords()
  return (
    <section className="public-rates" aria-label={t('publicFigures.how')}>
      {rates.map((one) => (
        <div key={one.rate} className="public-rate">
          <h3>{t(`publicFigures.rates.${one.rate}`)}</h3>
          <p className={one.percent === null ? 'public-share none' : 'public-share'}>{one.percent === null ? t(tooFew(one.rate)) : `${one.percent}%`}</p>
          {one.whole !== null && <p className="faint">{t('publicFigures.of', { count: one.whole })}</p>}
        </div>
      ))}
      <details className="public-how">
        <summary>{t('publicFigures.how')}</summary>
        <dl>
          {rates.map(({ rate }) => (
            <div key={rate}>
              <dt>{t(`publicFigures.rates.${rate}`)}</dt>
              <dd>{t(`publicFigures.means.${rate}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('publicFigures.whyFew')}</p>
      </details>
    </section>
  )
}
