import { useSay } from '../say.ts'
import { Grid, niceAbove } from './chart-grid.tsx'
import { whole } from './number-link.tsx'
import { useWidth } from './use-width.ts'

export interface Part {
  label: string
  /** For the axis, where there is little room. */
  short: string
  received: number
  closed: number
  reply: number | null
  resolve: number | null
}

const height = 150
const [bottom, top] = [22, 10]
const letter = 7.5

/** What came and went as bars, and how clocks were kept as lines: hollow and full, whole and dashed, so that grey print says it too. The table below says the same in numbers. */
export function TrendChart({ parts }: { parts: Part[] }) {
  const { t } = useSay()
  const [ref, width] = useWidth<HTMLElement>(560)
  const most = niceAbove(Math.max(1, ...parts.flatMap(({ received, closed }) => [received, closed])))
  const left = Math.max(3, whole(most).length) * letter + 10
  const step = (width - left) / parts.length
  const room = Math.min(step * 0.36, 26)
  const at = (i: number) => left + step * (i + 0.5)
  const up = (share: number) => height - bottom - share * (height - bottom - top)
  const shares = (key: 'reply' | 'resolve') => parts.map((part, i) => ({ x: at(i), share: part[key] })).filter((point): point is { x: number; share: number } => point.share !== null)
  const every = Math.ceil((Math.max(...parts.map(({ short }) => short.length)) * letter + 6) / step)
  const axis = (i: number) => i % every === 0
  return (
    <div className="trend-charts">
      <figure ref={ref}>
        <figcaption>
          {t('figures.page.chart.counts')}
          <span className="legend">
            <i className="legend-hollow" /> {t('figures.page.received')} <i className="legend-full" /> {t('figures.page.closed')}
          </span>
        </figcaption>
        <svg className="chart" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
          <Grid left={left} width={width} marks={[most, most / 2, 0].map((mark) => ({ y: up(mark / most), text: whole(mark) }))} />
          {parts.map((part, i) => (
            <g key={part.label}>
              <rect className="bar-hollow" x={at(i) - room} y={up(part.received / most)} width={room} height={height - bottom - up(part.received / most)} />
              <rect className="bar-full" x={at(i)} y={up(part.closed / most)} width={room} height={height - bottom - up(part.closed / most)} />
              {axis(i) && (
                <text x={at(i)} y={height - 5} textAnchor="middle">
                  {part.short}
                </text>
              )}
            </g>
          ))}
        </svg>
      </figure>
      <figure>
        <figcaption>
          {t('figures.page.chart.rates')}
          <span className="legend">
            <i className="legend-line" /> {t('figures.page.clock.reply')} <i className="legend-dashed" /> {t('figures.page.clock.resolve')}
          </span>
        </figcaption>
        <svg className="chart" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
          <Grid left={left} width={width} marks={[1, 0.5, 0].map((mark) => ({ y: up(mark), text: String(mark * 100) }))} />
          {(['reply', 'resolve'] as const).map((key) => (
            <g key={key} className={`line line-${key}`}>
              <polyline points={shares(key).map(({ x, share }) => `${x},${up(share)}`).join(' ')} />
              {shares(key).map(({ x, share }) => (
                <circle key={x} cx={x} cy={up(share)} r="2.6" />
              ))}
            </g>
          ))}
          {parts.map((part, i) =>
            axis(i) ? (
              <text key={part.label} x={at(i)} y={height - 5} textAnchor="middle">
                {part.short}
              </text>
            ) : null,
          )}
        </svg>
      </figure>
    </div>
  )
}
