import type { Figures } from '#contract/figures.ts'
import { useSay } from '../say.ts'
import { Grid, niceAbove } from './chart-grid.tsx'
import { apart } from './label-places.ts'
import { whole } from './number-link.tsx'
import { useWidth } from './use-width.ts'

const height = 200
const [bottom, top] = [22, 12]
const letter = 7.5
const labelWidth = 52
const lines = ['open', 'late', 'open.older'] as const

/** Three lines: what was open, with an overdue clock, for more than 30 days; each ends with its number. Where a day was missed the line is broken. */
export function DailyChart({ days }: { days: NonNullable<Figures['daily']> }) {
  const { t } = useSay()
  const [ref, width] = useWidth<HTMLElement>(720)
  const most = niceAbove(Math.max(2, ...days.map(({ counts }) => counts?.open ?? 0)))
  const room = whole(most).length * letter + 10
  const step = (width - 2 * room) / days.length
  const at = (i: number) => room + step * (i + 0.5)
  const up = (count: number) => height - bottom - (count / most) * (height - bottom - top)
  const every = Math.ceil(days.length / Math.max(2, Math.floor((width - 2 * room) / labelWidth)))
  const nameOf = (key: (typeof lines)[number]) => (key === 'open.older' ? t('figures.keys.open.older') : t(`figures.daily.${key}`))
  const last = days.findLast(({ counts }) => counts)?.counts ?? {}
  const places = apart(lines.map((key) => up(last[key] ?? 0)), 14, [top, height - bottom + 4])
  return (
    <figure className="daily-chart" ref={ref}>
      <figcaption className="legend">
        {lines.map((key) => (
          <span key={key} className={`legend-of line-${key.replace('.', '-')}`}>
            <i /> {nameOf(key)}
          </span>
        ))}
      </figcaption>
      <svg className="chart" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        <Grid left={room} width={width - room} marks={[most, most / 2, 0].map((mark) => ({ y: up(mark), text: whole(mark) }))} />
        {days.map(({ day, takenAt }, i) => (takenAt ? null : <rect key={day} className="day-missed" x={at(i) - step / 2} y={top} width={step} height={height - bottom - top} />))}
        {lines.map((key, n) => (
          <g key={key} className={`line line-${key.replace('.', '-')}`}>
            {runsOf(days).map((run) => (
              <polyline key={run[0]} points={run.map((i) => `${at(i)},${up(days[i]!.counts?.[key] ?? 0)}`).join(' ')} />
            ))}
            {step >= 9 && days.map(({ day, counts }, i) => counts && <circle key={day} cx={at(i)} cy={up(counts[key] ?? 0)} r="2.2" />)}
            <text className="line-end" x={width - room + 6} y={places[n]! + 4}>
              {whole(last[key] ?? 0)}
            </text>
          </g>
        ))}
        {days.map(({ day }, i) =>
          i % every === 0 ? (
            <text key={day} x={at(i)} y={height - 5} textAnchor={i === 0 && step < 30 ? 'start' : 'middle'}>
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
