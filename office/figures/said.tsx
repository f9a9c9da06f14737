import { rates, type RateName } from '#contract/figure-keys.ts'
import type { Figures } from '#contract/figures.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { HowEach } from './how.tsx'
import { NumberLink } from './number-link.tsx'
import { isSmallOf, Share, ShareOf } from './share.tsx'

const shown = ['contacted', 'solved', 'satisfied', 'claimed', 'returned', 'misdispatched'] as const satisfies RateName[]

/** What residents say, beside what bodies report of the same work. */
export function Said({ figures: { counts, before, period }, search }: { figures: Figures; search: FigureSearch }) {
  const { t } = useSay()
  const then = { period: `${period.before.from}..${period.before.to}` }
  return (
    <section aria-labelledby="said-heading">
      <h2 id="said-heading">
        {t('figures.page.said')} <span className="soft">{t('figures.page.saidWords')}</span>
      </h2>
      <table className="figure-table">
        <thead>
          <tr>
            <th scope="col">{t('figures.indicator')}</th>
            <th scope="col">{t('figures.share')}</th>
            <th scope="col">{t('figures.part')}</th>
            <th scope="col">{t('figures.whole')}</th>
            <th scope="col">{t('figures.before')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((rate) => {
            const { part, whole } = rates[rate]
            return (
              <tr key={rate}>
                <th scope="row">{t(`figures.rates.${rate}`)}</th>
                <td>
                  <Share rate={rate} counts={counts} />
                </td>
                <td>
                  <NumberLink figure={part} count={counts[part] ?? 0} search={search} />
                </td>
                <td>
                  <NumberLink figure={whole} count={counts[whole] ?? 0} search={search} />
                </td>
                <td className="soft">
                  <ShareOf rate={rate} counts={before} search={search} also={then} name={t('figures.before')} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <HowEach
        of={shown.map((rate) => ({ key: rate, name: t(`figures.rates.${rate}`) }))}
        hasStar={shown.some((rate) => isSmallOf(counts, rate) || isSmallOf(before, rate))}
      />
    </section>
  )
}
