import type { RateName } from '#contract/figure-keys.ts'
import type { Figures } from '#contract/figures.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { HowEach } from './how.tsx'
import { isSmallOf, ShareOf } from './share.tsx'

/** Who says so, and which of their rates says what. Nobody's is mixed with another's. */
const sides = [
  { who: 'body', solved: 'claimed', satisfied: null },
  { who: 'resident', solved: 'solved', satisfied: 'satisfied' },
  { who: 'sample', solved: 'foundSolved', satisfied: 'foundSatisfied' },
  { who: 'recall', solved: 'recalledSolved', satisfied: null },
] as const satisfies { who: string; solved: RateName; satisfied: RateName | null }[]

const more = ['contacted', 'planned', 'reached'] as const satisfies RateName[]

/** What bodies report, what residents say, and what calls find, of the same work: three facts, side by side. */
export function Said({ figures: { counts, before, period }, search }: { figures: Figures; search: FigureSearch }) {
  const { t } = useSay()
  const then = { period: `${period.before.from}..${period.before.to}` }
  const rates = [...sides.flatMap(({ solved, satisfied }) => (satisfied ? [solved, satisfied] : [solved])), ...more]
  const of = (rate: RateName | null, name: string) => (rate ? <ShareOf rate={rate} counts={counts} search={search} name={name} /> : null)
  return (
    <section aria-labelledby="said-heading">
      <h2 id="said-heading">
        {t('figures.page.said')} <span className="soft">{t('figures.page.saidWords')}</span>
      </h2>
      <table className="figure-table">
        <thead>
          <tr>
            <th scope="col">{t('figures.page.saidWho')}</th>
            <th scope="col">{t('figures.page.saidSolved')}</th>
            <th scope="col">{t('figures.page.saidSatisfied')}</th>
            <th scope="col">{t('figures.before')}</th>
          </tr>
        </thead>
        <tbody>
          {sides.map(({ who, solved, satisfied }) => (
            <tr key={who}>
              <th scope="row">{t(`figures.page.saidBy.${who}`)}</th>
              <td>{of(solved, t(`figures.page.saidBy.${who}`))}</td>
              <td>{of(satisfied, t(`figures.page.saidBy.${who}`)) ?? '—'}</td>
              <td className="soft">
                <ShareOf rate={solved} counts={before} search={search} also={then} name={t('figures.before')} />
              </td>
            </tr>
          ))}
          {more.map((rate) => (
            <tr key={rate}>
              <th scope="row">{t(`figures.rates.${rate}`)}</th>
              <td colSpan={2}>{of(rate, '')}</td>
              <td className="soft">
                <ShareOf rate={rate} counts={before} search={search} also={then} name={t('figures.before')} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <HowEach
        of={rates.map((rate) => ({ key: rate, name: t(`figures.rates.${rate}`) }))}
        hasStar={rates.some((rate) => isSmallOf(counts, rate) || isSmallOf(before, rate))}
      />
    </section>
  )
}
