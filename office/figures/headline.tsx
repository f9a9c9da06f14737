import { rates, smallBelow, type FigureKey, type RateName } from '#contract/figure-keys.ts'
import type { Figures } from '#contract/figures.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { How } from './how.tsx'
import { NumberLink, percent } from './number-link.tsx'
import { ShareOf } from './share.tsx'
import { share } from './worries.ts'

const shown = ['reply', 'solved', 'satisfied', 'resolve'] as const satisfies RateName[]

/** The rates that people are asked about, each with its part, its whole and what it was before. */
export function Headline({ figures, search }: { figures: Figures; search: FigureSearch }) {
  const { t } = useSay()
  return (
    <section className="headline" aria-label={t('figures.page.headline')}>
      {shown.map((rate) => (
        <Rate key={rate} rate={rate} figures={figures} search={search} />
      ))}
      <div className="rate">
        <h2>{t('figures.keys.open')}</h2>
        <p className="rate-share">
          <NumberLink figure="open" count={figures.counts.open ?? 0} search={search} />
        </p>
        <p className="rate-of">
          {t('figures.keys.received')} <NumberLink figure="received" count={figures.counts.received ?? 0} search={search} />
          {' · '}
          {t('figures.keys.closed')} <NumberLink figure="closed" count={figures.counts.closed ?? 0} search={search} />
        </p>
        <How of="open" />
      </div>
    </section>
  )
}

function Rate({ rate, figures, search }: { rate: RateName; figures: Figures; search: FigureSearch }) {
  const { t } = useSay()
  const { part, whole: of }: { part: FigureKey; whole: FigureKey } = rates[rate]
  const now = share(figures.counts, part, of)
  const { from, to } = figures.period.before
  const then = { period: `${from}..${to}` }
  const count = figures.counts[of] ?? 0
  return (
    <div className="rate">
      <h2>{t(`figures.rates.${rate}`)}</h2>
      <p className={now === null ? 'rate-share soft' : 'rate-share'}>
        {percent(now)}
        {count > 0 && count < smallBelow && (
          <span className="small-mark" title={t('figures.page.smallWords', { count: smallBelow })}>
            {t('figures.page.small')}
          </span>
        )}
      </p>
      <p className="rate-of">
        <NumberLink figure={part} count={figures.counts[part] ?? 0} search={search} />
        {' / '}
        <NumberLink figure={of} count={count} search={search} /> {t('figures.page.cases')}
      </p>
      <p className="rate-before soft">
        {t('figures.before')} <ShareOf rate={rate} counts={figures.before} search={search} also={then} name={t('figures.before')} />
      </p>
      <How of={rate} />
    </div>
  )
}
