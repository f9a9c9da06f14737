import { useState } from 'react'
import { comparedRates, rates } from '#contract/figure-keys.ts'
import type { Figures } from '#contract/figures.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { HowEach } from './how.tsx'
import { NumberLink, percent } from './number-link.tsx'

const shownMax = 8

type Line = Figures['comparison'][number]

/** Each body beside what its mix of cases takes elsewhere: words instead of ranks, the one furthest behind first. */
export function Comparison({ figures: { comparison, bodies }, search }: { figures: Figures; search: FigureSearch }) {
  const { t, name } = useSay()
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? comparison : comparison.slice(0, shownMax)
  const countsOf = ({ body }: Line) => bodies.find((one) => one.body.id === body.id)?.counts ?? {}
  return (
    <section aria-labelledby="comparison-heading">
      <h2 id="comparison-heading">
        {t('figures.page.comparison')} <span className="soft">{t('figures.page.comparisonWords')}</span>
      </h2>
      {comparison.length === 0 ? <p className="soft">{t('figures.page.comparisonNone')}</p> : null}
      {comparison.length > 0 && (
        <div className="figure-scroll">
          <table className="figure-table comparison">
            <thead>
              <tr>
                <th scope="col">{t('figures.body')}</th>
                {comparedRates.map((rate) => (
                  <th key={rate} scope="col">
                    {t(`figures.rates.${rate}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((line) => (
                <tr key={line.body.id}>
                  <th scope="row">{name(line.body.name)}</th>
                  {comparedRates.map((rate) => (
                    <td key={rate}>
                      <One line={line} rate={rate} counts={countsOf(line)} search={search} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {comparison.length > shownMax && (
        <button type="button" className="link no-print" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('figures.page.fold') : t('figures.page.rest', { count: comparison.length - shownMax })}
        </button>
      )}
      <HowEach of={[{ key: 'comparison', name: t('figures.page.comparison') }]} />
    </section>
  )
}

/** What the body did, what is usual elsewhere, and how the two stand to each other. */
function One({ line, rate, counts, search }: { line: Line; rate: (typeof comparedRates)[number]; counts: Record<string, number>; search: FigureSearch }) {
  const { t, name } = useSay()
  const one = line.rates.find((compared) => compared.rate === rate)
  if (!one || !counts[rates[rate].whole]) return <span className="soft">—</span>
  const { verdict, whole, expected } = one
  const figure = rates[rate].whole
  const count = counts[figure] ?? 0
  const share = percent((counts[rates[rate].part] ?? 0) / counts[figure]!)
  const what = `${name(line.body.name)} ${t(`figures.keys.${figure}`)}`
  return (
    <span className="compared">
      <NumberLink figure={figure} count={count} search={search} also={{ body: line.body.id }} label={`${share} · ${t('figures.page.openBehind', { what, count })}`}>
        {share}
      </NumberLink>
      <small className="soft">{whole > 0 ? t('figures.page.elsewhere', { share: percent(expected / whole) }) : null}</small>
      <small className={verdict.endsWith('worse') ? 'late' : verdict.endsWith('better') ? 'compared-good' : 'soft'}>{t(`figures.comparison.verdicts.${verdict}`)}</small>
    </span>
  )
}
