import type { Figures } from '#contract/figures.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { How } from './how.tsx'
import { NumberLink } from './number-link.tsx'
import { spanText } from './span-words.ts'

/** How long residents waited for each step: the usual case, and the slow ones. */
export function Spans({ figures, search }: { figures: Figures; search: FigureSearch }) {
  const { t } = useSay()
  const opens = (step: string, minutes: number | null) => t('figures.page.openOver', { what: t(`figures.steps.${step}`), span: spanText(t, minutes) })
  return (
    <section aria-labelledby="spans-heading">
      <h2 id="spans-heading">
        {t('figures.page.spans')} <span className="soft">{t('figures.page.spansWords')}</span>
      </h2>
      <table className="figure-table">
        <thead>
          <tr>
            <th scope="col">{t('figures.page.step')}</th>
            <th scope="col">{t('figures.median')}</th>
            <th scope="col">{t('figures.ninth')}</th>
            <th scope="col">{t('figures.page.measured')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.spans.map(({ step, count, median, ninth }) => {
            const figure = `spans.${step}` as const
            const over = (minutes: number | null) => ({ over: minutes || undefined })
            return (
              <tr key={step}>
                <th scope="row">{t(`figures.steps.${step}`)}</th>
                <td>
                  <NumberLink figure={figure} count={count} search={search} also={over(median)} label={opens(step, median)}>
                    {spanText(t, median)}
                  </NumberLink>
                </td>
                <td>
                  <NumberLink figure={figure} count={count} search={search} also={over(ninth)} label={opens(step, ninth)}>
                    {spanText(t, ninth)}
                  </NumberLink>
                </td>
                <td>
                  <NumberLink figure={figure} count={count} search={search} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <How of="spans" />
    </section>
  )
}
