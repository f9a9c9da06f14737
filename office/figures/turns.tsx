import { rates, type FigureKey, type RateName } from '#contract/figure-keys.ts'
import type { Figures } from '#contract/figures.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { HowEach } from './how.tsx'
import { NumberLink } from './number-link.tsx'
import { isSmallOf, Share, ShareOf } from './share.tsx'

const reopeners = ['reopen.byResident', 'reopen.byReview', 'reopen.byCallBack', 'reopen.bySupervision', 'reopen.byDesk'] as const satisfies FigureKey[]

const shown = ['returned', 'misdispatched', 'reopened', 'byCaller', 'byPlace'] as const satisfies RateName[]

/** What went the wrong way, came back, or had been said before. */
export function Turns({ figures: { counts, before, period }, search }: { figures: Figures; search: FigureSearch }) {
  const { t } = useSay()
  const then = { period: `${period.before.from}..${period.before.to}` }
  return (
    <section aria-labelledby="turns-heading">
      <h2 id="turns-heading">{t('figures.page.turns')}</h2>
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
          {shown.map((rate) => (
            <tr key={rate}>
              <th scope="row">{t(`figures.rates.${rate}`)}</th>
              <td>
                <Share rate={rate} counts={counts} />
              </td>
              <td>
                <NumberLink figure={rates[rate].part} count={counts[rates[rate].part] ?? 0} search={search} />
              </td>
              <td>
                <NumberLink figure={rates[rate].whole} count={counts[rates[rate].whole] ?? 0} search={search} />
              </td>
              <td className="soft">
                <ShareOf rate={rate} counts={before} search={search} also={then} name={t('figures.before')} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {reopeners.some((key) => counts[key]) && (
        <p className="figure-parts">
          {t('figures.page.reopenedBy')}{' '}
          {reopeners.filter((key) => counts[key]).map((key, at) => (
            <span key={key}>
              {at > 0 && ' · '}
              {t(`figures.keys.${key}`)} <NumberLink figure={key} count={counts[key]!} search={search} />
            </span>
          ))}
        </p>
      )}
      <HowEach
        of={shown.map((rate) => ({ key: rate, name: t(`figures.rates.${rate}`) }))}
        hasStar={shown.some((rate) => isSmallOf(counts, rate) || isSmallOf(before, rate))}
      />
    </section>
  )
}
