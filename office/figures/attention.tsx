import type { Figures } from '#contract/figures.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { gapOf, worriesOf, type Worry } from './worries.ts'
import { NumberLink, percent } from './number-link.tsx'

const shownMax = 4

/** What is bad, in a few lines, the worst first: this is read before any table. */
export function Attention({ figures, search }: { figures: Figures; search: FigureSearch }) {
  const { t } = useSay()
  const worries = worriesOf(figures).slice(0, shownMax)
  const gap = gapOf(figures.counts)
  return (
    <section className="attention" aria-labelledby="attention-heading">
      <h2 id="attention-heading">{t('figures.page.attention')}</h2>
      {worries.length === 0 && !gap ? <p className="attention-calm">{t('figures.page.calm')}</p> : null}
      <ul>
        {worries.map((worry) => (
          <li key={worry.figure}>
            <Line worry={worry} search={search} />
          </li>
        ))}
        {gap && (
          <li>
            <span className="attention-more">
              {t('figures.page.gap', { claimed: percent(gap.claimed), solved: percent(gap.solved) })}
              <span className="soft"> {t('figures.page.gapWords')}</span>
            </span>
          </li>
        )}
      </ul>
    </section>
  )
}

const special: Partial<Record<Worry['figure'], string>> = { 'open.older': 'older', 'rated.unsolved': 'unsolved' }

function Line({ worry: { figure, count, share, before, most }, search }: { worry: Worry; search: FigureSearch }) {
  const { t, name } = useSay()
  const what = special[figure] ? t(`figures.page.${special[figure]}`) : t(`figures.keys.${figure}`)
  return (
    <>
      <NumberLink figure={figure} count={count} search={search} name={what} isLate />
      <span className="attention-what">{what}</span>
      <span className="attention-more soft">
        {share !== null && t('figures.page.ofWhole', { share: percent(share) })}
        {share !== null && before !== null && ` · ${changeWords(t, share - before)}`}
        {most && ` · ${t('figures.page.most', { name: name(most.body.name), count: most.count })}`}
      </span>
    </>
  )
}

/** Against the period before, in percentage points. */
function changeWords(t: ReturnType<typeof useSay>['t'], change: number): string {
  const points = Math.abs(change * 100).toFixed(1)
  if (points === '0.0') return t('figures.page.asBefore')
  return t(change > 0 ? 'figures.page.up' : 'figures.page.down', { points })
}
