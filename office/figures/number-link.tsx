import { Link } from '@tanstack/react-router'
import type { FigureKey } from '#contract/figure-keys.ts'
import { useSay } from '../say.ts'
import type { BehindSearch, FigureSearch } from '../search.ts'
import { useCounty } from '../session.ts'

interface Props {
  figure: FigureKey
  count: number
  search: FigureSearch
  /** What narrows it further: a body, a category, the days of a week. */
  also?: Omit<BehindSearch, 'figure'>
  /** What it is called where its place does not say it. */
  name?: string
  /** What pressing it opens, where that is not simply so many. */
  label?: string
  /** Shown in the number's place, such as a time. */
  children?: string
  /** What is overdue is vermilion. */
  isLate?: boolean
}

/** A number that opens the cases behind it. Nought opens nothing. */
export function NumberLink({ figure, count, search, also, name, label, children, isLate }: Props) {
  const { t } = useSay()
  const county = useCounty()
  const shown = children ?? whole(count)
  if (count === 0) return <span className="figures soft">{shown}</span>
  return (
    <Link
      className={isLate ? 'number number-late figures' : 'number figures'}
      to="/$county/figures/cases"
      params={{ county }}
      search={{ ...search, ...also, figure }}
      aria-label={label ?? t('figures.page.openBehind', { what: name ?? t(`figures.keys.${figure}`), count })}
    >
      {shown}
    </Link>
  )
}

const format = new Intl.NumberFormat('en')
export const whole = (count: number): string => format.format(count)

/** A share with one decimal; a dash where there is nothing to share. */
export const percent = (share: number | null): string => (share === null ? '—' : `${(share * 100).toFixed(1)}%`)
