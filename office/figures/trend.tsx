import type { Figures } from '#contract/figures.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { share } from './worries.ts'
import { How } from './how.tsx'
import { NumberLink, percent } from './number-link.tsx'
import { TrendChart } from './trend-chart.tsx'

/** How it went through the period: two small charts, and the same as a table whose numbers open their cases. */
export function Trend({ figures: { trend }, search }: { figures: Figures; search: FigureSearch }) {
  const { t } = useSay()
  const areMonths = trend.length > 1 && trend.every(({ from, to }) => from.slice(0, 7) === to.slice(0, 7)) && trend.length === new Set(trend.map(({ from }) => from.slice(0, 7))).size
  const label = (from: string, to: string) => (areMonths ? from.slice(0, 7) : from === to ? shortDay(from) : `${shortDay(from)}–${shortDay(to)}`)
  const shortOf = (from: string, to: string) => (areMonths ? String(Number(from.slice(5, 7))) : trend.length > 8 ? shortDay(from) : label(from, to))
  return (
    <section aria-labelledby="trend-heading">
      <h2 id="trend-heading">{t('figures.page.trend')}</h2>
      <TrendChart
        parts={trend.map(({ from, to, counts }) => ({
          label: label(from, to),
          short: shortOf(from, to),
          received: counts.received ?? 0,
          closed: counts.closed ?? 0,
          reply: share(counts, 'reply.onTime', 'reply.all'),
          resolve: share(counts, 'resolve.onTime', 'resolve.all'),
        }))}
      />
      <details className="how">
        <summary>{t('figures.page.trendTable')}</summary>
        <table className="figure-table">
          <thead>
            <tr>
              <th scope="col">{t('figures.period')}</th>
              <th scope="col">{t('figures.page.received')}</th>
              <th scope="col">{t('figures.page.closed')}</th>
              <th scope="col">{t('figures.rates.reply')}</th>
              <th scope="col">{t('figures.keys.reply.late')}</th>
              <th scope="col">{t('figures.rates.resolve')}</th>
              <th scope="col">{t('figures.keys.resolve.late')}</th>
            </tr>
          </thead>
          <tbody>
            {trend.map(({ from, to, counts }) => {
              const also = { period: `${from}..${to}` }
              const link = (figure: 'received' | 'closed' | 'reply.late' | 'resolve.late', isLate?: true) => (
                <NumberLink figure={figure} count={counts[figure] ?? 0} search={search} also={also} isLate={isLate} name={`${label(from, to)} ${t(`figures.keys.${figure}`)}`} />
              )
              return (
                <tr key={from}>
                  <th scope="row" className="figures">
                    {label(from, to)}
                  </th>
                  <td>{link('received')}</td>
                  <td>{link('closed')}</td>
                  <td className="figures">{percent(share(counts, 'reply.onTime', 'reply.all'))}</td>
                  <td>{link('reply.late', true)}</td>
                  <td className="figures">{percent(share(counts, 'resolve.onTime', 'resolve.all'))}</td>
                  <td>{link('resolve.late', true)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </details>
      <How of="trend" />
    </section>
  )
}

const shortDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`
