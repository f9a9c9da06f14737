import { clockKinds } from '#contract/figure-keys.ts'
import type { Figures } from '#contract/figures.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { HowEach } from './how.tsx'
import { NumberLink } from './number-link.tsx'
import { isSmallOf, Share, ShareOf } from './share.tsx'

/** How each kind of clock was kept. */
export function Clocks({ figures: { counts, before, period }, search }: { figures: Figures; search: FigureSearch }) {
  const { t } = useSay()
  const then = { period: `${period.before.from}..${period.before.to}` }
  return (
    <section aria-labelledby="clocks-heading">
      <h2 id="clocks-heading">{t('figures.page.clocks')}</h2>
      <table className="figure-table">
        <thead>
          <tr>
            <th scope="col">{t('figures.page.clockKind')}</th>
            <th scope="col">{t('figures.page.rate')}</th>
            <th scope="col">{t('figures.page.due')}</th>
            <th scope="col">{t('figures.page.onTime')}</th>
            <th scope="col">{t('figures.page.overdue')}</th>
            <th scope="col">{t('figures.page.excludedOut')}</th>
            <th scope="col">{t('figures.before')}</th>
          </tr>
        </thead>
        <tbody>
          {clockKinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`figures.page.clock.${kind}`)}</th>
              <td>
                <Share rate={kind} counts={counts} />
              </td>
              <td>
                <NumberLink figure={`${kind}.all`} count={counts[`${kind}.all`] ?? 0} search={search} />
              </td>
              <td>
                <NumberLink figure={`${kind}.onTime`} count={counts[`${kind}.onTime`] ?? 0} search={search} />
              </td>
              <td>
                <NumberLink figure={`${kind}.late`} count={counts[`${kind}.late`] ?? 0} search={search} isLate />
              </td>
              <td>
                <NumberLink figure={`${kind}.excluded`} count={counts[`${kind}.excluded`] ?? 0} search={search} />
              </td>
              <td className="soft">
                <ShareOf rate={kind} counts={before} search={search} also={then} name={t('figures.before')} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <HowEach
        of={clockKinds.map((kind) => ({ key: kind, name: t(`figures.page.clock.${kind}`) }))}
        hasStar={clockKinds.some((kind) => isSmallOf(counts, kind) || isSmallOf(before, kind))}
      />
    </section>
  )
}
