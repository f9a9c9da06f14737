import type { Figures } from '#contract/figures.ts'
import { useSay } from '../say.ts'
import { Grid, niceAbove } from './chart-grid.tsx'

const [width, height] = [1160, 150]
const [left, bottom, top] = [44, 18, 8]
const labelsMax = 12
const lines = ['open', 'late', 'open.older'] as const

/** Three lines: what was open, with an overdue clock, for more than 30 days. Where a day was missed the line is broken. */
export function DailyChart({ days }: { days: NonNullable<Figures['daily']> }) {
  const { t } = useSay()
  const most = niceAbove(Math.max(2, ...days.map(({ counts }) => counts?.open ?? 0)))
  const step = (width - left) / days.length
  const at = (i: number) => left + step * (i + 0.5)
  const up = (count: number) => height - bottom - (count / most) * (height - bottom - top)
  const every = Math.ceil(days.length / labelsMax)
  const nameOf = (key: (typeof lines)[number]) => (key === 'open.older' ? t('figures.keys.open.older') : t(`figures.daily.${key}`))
  return (
    <figure className="daily-chart">
      <figcaption>
        <span className="legend">
          {lines.map((key) => (
            <span key={key} className={`legend-of line-${key.replace('.', '-')}`}>
              <i /> {nameOf(key)}
            </span>
          ))}
        </span>
      </figcaption>
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        <Grid left={left} width={width} marks={[most, most / 2, 0].map((mark) => ({ y: up(mark), text: String(mark) }))} />
        {days.map(({ day, takenAt }, i) => (takenAt ? null : <rect key={day} className="day-missed" x={at(i) - step / 2} y={top} width={step} height={height - bottom - top} />))}
        {lines.map((key) => (
          <g key={key} className={`line line-${key.replace('.', '-')}`}>
            {runsOf(days).map((run) => (
              <polyline key={run[0]} points={run.map((i) => `${at(i)},${up(days[i]!.counts?.[key] ?? 0)}`).join(' ')} />
            ))}
            {days.length <= 62 && days.map(({ day, counts }, i) => counts && <circle key={day} cx={at(i)} cy={up(counts[key] ?? 0)} r="2.2" />)}
          </g>
        ))}
        {days.map(({ day }, i) =>
          i % every === 0 ? (
            <text key={day} x={at(i)} y={height - 4} textAnchor="middle">
              {`${Number(day.slice(5, 7))}/${Number(day.slice(8))}`}
            </text>
          ) : null,
        )}
      </svg>
    </figure>
  )
}

/** Stretches of days without a gap, by their places. */
function runsOf(days: NonNullable<Figures['daily']>): number[][] {
  const runs: number[][] = []
  days.forEach(({ counts }, i) => {
    if (!counts) return
    if (i > 0 && days[i - 1]!.counts) runs.at(-1)!.push(i)
    else runs.push([i])
  })
  return runs
}
