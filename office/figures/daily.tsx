import { ages } from '#contract/figure-keys.ts'
import type { Figures } from '#contract/figures.ts'
import { timeWords } from '#screen/time.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import { DailyChart } from './daily-chart.tsx'
import { How } from './how.tsx'
import { whole } from './number-link.tsx'

const columns = ['open', 'late', ...ages.map(({ key }) => key), 'clocks', 'lateClocks']

/** What was open day by day, as it was kept then: a line, and the same as a table. A missed day is a gap and says so. */
export function Daily({ figures: { daily } }: { figures: Figures }) {
  const { t } = useSay()
  const reader = useReader()
  const missed = daily?.filter(({ takenAt }) => takenAt === null).length ?? 0
  const nameOf = (key: string) => (key.startsWith('open.') ? t(`figures.keys.${key}`) : t(`figures.daily.${key}`))
  return (
    <section aria-labelledby="daily-heading">
      <h2 id="daily-heading">
        {t('figures.page.daily')} <span className="soft">{t('figures.page.dailyWords')}</span>
      </h2>
      {daily === null && <p className="soft">{t('figures.daily.notKept')}</p>}
      {daily && daily.length < 2 && <p className="soft">{t('figures.page.dailyNone')}</p>}
      {missed > 0 && <p className="late">{t('figures.page.dailyMissed', { count: missed })}</p>}
      {daily && daily.length > 1 && <DailyChart days={daily} />}
      {daily && daily.length > 0 && (
        <details className="how">
          <summary>{t('figures.page.dailyTable')}</summary>
          <div className="figure-scroll">
            <table className="figure-table">
              <thead>
                <tr>
                  <th scope="col">{t('figures.daily.day')}</th>
                  {columns.map((key) => (
                    <th key={key} scope="col">
                      {nameOf(key)}
                    </th>
                  ))}
                  <th scope="col">{t('figures.daily.takenAt')}</th>
                </tr>
              </thead>
              <tbody>
                {daily.toReversed().map(({ day, takenAt, counts }) => (
                  <tr key={day}>
                    <th scope="row" className="figures">
                      {day}
                    </th>
                    {columns.map((key) => (
                      <td key={key} className="figures">
                        {counts ? whole(counts[key] ?? 0) : '—'}
                      </td>
                    ))}
                    <td className="figures">{takenAt ? timeWords(takenAt, reader) : <span className="late">{t('figures.daily.missed')}</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
      <How of="daily" />
    </section>
  )
}
