import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { wallTimeOf } from '../zone-time.ts'
import { kindOf, periodAt, periodKinds, periodOfDays, shifted, type PeriodKind } from './periods.ts'

interface Props {
  county: number
  search: FigureSearch
}

/** Month, quarter, year, or from one day to another; one step earlier or later. It stands in the address. */
export function PeriodChoice({ county, search }: Props) {
  const { t } = useSay()
  const { now, zone } = useReader()
  const navigate = useNavigate()
  const today = wallTimeOf(now.getTime(), zone).day
  const present = periodAt('month', today)
  const period = search.period ?? present
  const kind = kindOf(period)
  const set = (chosen: string) =>
    void navigate({ to: '/$county/figures', params: { county }, search: { ...search, period: chosen === present ? undefined : chosen } })
  const isLatest = periodAt(kind, today) === period
  return (
    <fieldset className="period no-print" aria-label={t('figures.page.kind')}>
      {periodKinds.map((one) => (
        <button key={one} type="button" className="view-button" aria-pressed={kind === one} onClick={() => set(periodAt(one, lastDayOf(period, today)))}>
          {t(`figures.page.kinds.${one}`)}
        </button>
      ))}
      {kind === 'days' ? (
        <Days key={period} period={period} today={today} set={set} />
      ) : (
        <span className="period-step">
          <button type="button" className="bar-button" aria-label={t('figures.page.earlier')} title={t('figures.page.earlier')} onClick={() => set(shifted(period, -1))}>
            <Icon name="back" />
          </button>
          <strong className="figures" aria-live="polite">
            <PeriodName period={period} kind={kind} />
          </strong>
          <button
            type="button"
            className="bar-button"
            aria-label={t('figures.page.later')}
            title={t('figures.page.later')}
            disabled={isLatest}
            onClick={() => set(shifted(period, 1))}
          >
            <Icon name="forward" />
          </button>
        </span>
      )}
    </fieldset>
  )
}

/** Where another kind of period is chosen, the one that holds the end of what was shown. */
function lastDayOf(period: string, today: string): string {
  if (kindOf(period) === 'days') return period.slice(-10)
  const [, month] = /^\d{4}-(\d{2})$/.exec(period) ?? []
  const quarter = /Q(\d)/.exec(period)?.[1]
  const end = `${period.slice(0, 4)}-${month ?? (quarter ? String(Number(quarter) * 3).padStart(2, '0') : '12')}-28`
  return end > today ? today : end
}

export function PeriodName({ period, kind }: { period: string; kind: PeriodKind }) {
  const { t, language } = useSay()
  const [year, month] = [period.slice(0, 4), Number(period.slice(5, 7))]
  if (kind === 'days') return t('figures.page.days', { from: period.slice(0, 10), to: period.slice(-10) })
  if (kind === 'year') return t('figures.page.year', { year })
  if (kind === 'quarter') return t('figures.page.quarter', { year, quarter: period.slice(6) })
  const monthName = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { month: 'long', timeZone: 'UTC' }).format(new Date(`${period}-15T12:00:00Z`))
  return t('figures.page.month', { year, month, monthName })
}

function Days({ period, today, set }: { period: string; today: string; set: (period: string) => void }) {
  const { t } = useSay()
  const [from, setFrom] = useState(period.slice(0, 10))
  const [to, setTo] = useState(period.slice(-10))
  const chosen = periodOfDays(from, to)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (chosen) set(chosen)
  }
  return (
    <form className="period-days" onSubmit={send}>
      <input type="date" className="line-input" aria-label={t('figures.from')} value={from} max={today} onChange={(event) => setFrom(event.target.value)} />
      <span aria-hidden="true">–</span>
      <input type="date" className="line-input" aria-label={t('figures.to')} value={to} onChange={(event) => setTo(event.target.value)} />
      <button type="submit" className="quiet-button" disabled={!chosen || chosen === period}>
        {t('figures.page.show')}
      </button>
      {!chosen && <span className="field-error">{t('figures.page.badDays')}</span>}
    </form>
  )
}
