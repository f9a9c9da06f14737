import { ages } from '#contract/figure-keys.ts'
import type { Figures } from '#contract/figures.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { How } from './how.tsx'
import { NumberLink, whole } from './number-link.tsx'

/** How long what is open has lain: the shape says whether it moves or silts up. The numbers beside it say the same. */
export function Ages({ figures: { counts }, search }: { figures: Figures; search: FigureSearch }) {
  const { t } = useSay()
  const most = Math.max(1, ...ages.map(({ key }) => counts[key] ?? 0))
  return (
    <section aria-labelledby="ages-heading">
      <h2 id="ages-heading">
        {t('figures.page.open')} <span className="soft">{t('figures.page.openWords', { count: whole(counts.open ?? 0) as never })}</span>
      </h2>
      <table className="figure-table ages">
        <tbody>
          {ages.map(({ key }) => {
            const count = counts[key] ?? 0
            return (
              <tr key={key}>
                <th scope="row">{t(`figures.keys.${key}`)}</th>
                <td className="ages-bar">
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect className={key === 'open.older' ? 'bar bar-old' : 'bar'} width={(count / most) * 100} height="10" />
                  </svg>
                  <NumberLink figure={key} count={count} search={search} name={`${t('figures.keys.open')} ${t(`figures.keys.${key}`)}`} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <How of="open" />
    </section>
  )
}
