import { rates, smallBelow, type FigureKey, type RateName } from '#contract/figure-keys.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { NumberLink, percent } from './number-link.tsx'
import { share } from './worries.ts'

type Counts = Record<string, number>

/** A share, marked where its whole is small. */
export function Share({ rate, counts }: { rate: RateName; counts: Counts }) {
  const { t } = useSay()
  const { part, whole }: { part: FigureKey; whole: FigureKey } = rates[rate]
  const one = share(counts, part, whole)
  const isSmall = one !== null && isSmallOf(counts, rate)
  return (
    <span className={one === null ? 'figures soft' : 'figures'}>
      {percent(one)}
      {isSmall && (
        <>
          <span aria-hidden="true" className="small-star">
            *
          </span>
          <span className="sr-only"> {t('figures.page.small')}</span>
        </>
      )}
    </span>
  )
}

/** The same with its part and its whole, each of which opens its cases. */
export function ShareOf({ rate, counts, search, also, name }: { rate: RateName; counts: Counts; search: FigureSearch; also?: FigureSearch; name?: string }) {
  const { t } = useSay()
  const { part, whole }: { part: FigureKey; whole: FigureKey } = rates[rate]
  const named = (figure: FigureKey) => [name, t(`figures.keys.${figure}`)].filter(Boolean).join(' ')
  if (!counts[whole]) return <span className="soft">—</span>
  return (
    <span className="share-of">
      <Share rate={rate} counts={counts} />{' '}
      <small>
        <NumberLink figure={part} count={counts[part] ?? 0} search={search} also={also} name={named(part)} />/
        <NumberLink figure={whole} count={counts[whole]} search={search} also={also} name={named(whole)} />
      </small>
    </span>
  )
}

export const isSmallOf = (counts: Counts, rate: RateName): boolean => {
  const whole = counts[rates[rate].whole] ?? 0
  return whole > 0 && whole < smallBelow
}
