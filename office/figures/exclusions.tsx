import type { FigureKey } from '#contract/figure-keys.ts'
import type { Figures } from '#contract/figures.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { HowEach } from './how.tsx'
import { NumberLink } from './number-link.tsx'
import { isSmallOf, ShareOf } from './share.tsx'

const leftOut = ['rated.excluded', 'return.excluded', 'dispatch.excluded', 'reopen.excluded', 'sample.excluded', 'recall.excluded'] as const satisfies FigureKey[]

/** What was left out of the rates, how much of all it is, and who ruled so: whoever reads a rate reads this too. */
export function Exclusions({ figures: { counts, before, period, rulings }, search }: { figures: Figures; search: FigureSearch }) {
  const { t, name } = useSay()
  const then = { period: `${period.before.from}..${period.before.to}` }
  const shown = leftOut.filter((key) => counts[key])
  return (
    <section aria-labelledby="exclusions-heading">
      <h2 id="exclusions-heading">
        {t('figures.page.exclusions')} <span className="soft">{t('figures.page.exclusionsWords')}</span>
      </h2>
      <table className="figure-table">
        <tbody>
          <tr>
            <th scope="row">{t('figures.rates.excluded')}</th>
            <td>
              <ShareOf rate="excluded" counts={counts} search={search} />
            </td>
            <td className="soft">
              {t('figures.before')} <ShareOf rate="excluded" counts={before} search={search} also={then} name={t('figures.before')} />
            </td>
          </tr>
          {(['exclusion.granted', 'exclusion.refused', ...shown] as const).map((key) => (
            <tr key={key}>
              <th scope="row">{t(`figures.keys.${key}`)}</th>
              <td colSpan={2}>
                <NumberLink figure={key} count={counts[key] ?? 0} search={search} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">
        {rulings.length === 0
          ? t('figures.page.notRuled')
          : rulings.map(({ by, granted, refused }) => t('figures.page.ruled', { name: name(by.name), granted, refused })).join(' ')}
      </p>
      <HowEach of={[{ key: 'excluded', name: t('figures.rates.excluded') }]} hasStar={isSmallOf(counts, 'excluded') || isSmallOf(before, 'excluded')} />
    </section>
  )
}
