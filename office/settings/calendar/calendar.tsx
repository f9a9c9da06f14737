import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OfficeWeek } from '#contract/regions.ts'
import { call } from '#screen/api.ts'
import { Failing } from '../../controls/failing.tsx'
import { Icon } from '../../controls/icon.tsx'
import { Loading } from '../../controls/loading.tsx'
import { reading } from '../../reading.ts'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import { wallTimeOf } from '../../zone-time.ts'
import type { PartProps } from '../settings-page.tsx'
import { useChange } from '../use-change.ts'
import { DaysOfYear } from './days-of-year.tsx'
import { HoursForm } from './hours-form.tsx'

/** By what the clocks of working days are summed up: the county's office hours, and the days off and moved of each year. */
export function Calendar({ county }: PartProps) {
  const { t } = useSay()
  const { now, zone } = useReader()
  const [year, setYear] = useState(() => Number(wallTimeOf(now.toISOString(), zone).day.slice(0, 4)))
  const days = useQuery(reading('readCalendar', { params: { county, year } }))
  return (
    <div className="calendar">
      <p className="soft">{t('office.calendar.words')}</p>
      <CountyHours county={county} />
      <section className="panel-part" aria-labelledby="year-heading">
        <h2 id="year-heading" className="calendar-year">
          <button type="button" className="bar-button" aria-label={t('office.calendar.before')} onClick={() => setYear(year - 1)}>
            <Icon name="back" />
          </button>
          <span className="figures">{t('office.calendar.year', { year })}</span>
          <button type="button" className="bar-button" aria-label={t('office.calendar.after')} onClick={() => setYear(year + 1)}>
            <Icon name="forward" />
          </button>
          {days.data && <span className="soft calendar-by">{t(`office.calendar.by.${days.data.publishedBy}`)}</span>}
        </h2>
        {days.error ? <Failing error={days.error} retry={() => void days.refetch()} /> : null}
        {days.isPending && <Loading lines={8} />}
        {days.data && <DaysOfYear key={`${year} ${JSON.stringify(days.data.days)}`} county={county} year={year} published={days.data.days} />}
      </section>
    </div>
  )
}

function CountyHours({ county }: { county: number }) {
  const { t } = useSay()
  const { data, error, refetch } = useQuery(reading('readOfficeHours', { params: { county } }))
  const changing = useChange((week: OfficeWeek) => call('changeOfficeHours', { params: { county }, body: { week } }), ['readOfficeHours'])
  return (
    <section className="panel-part" aria-labelledby="hours-heading">
      <h2 id="hours-heading">{t('office.calendar.hours')}</h2>
      {error ? <Failing error={error} retry={() => void refetch()} /> : null}
      {data && (
        <>
          <HoursForm
            key={JSON.stringify(data.usual)}
            week={data.usual}
            isSending={changing.isPending}
            error={changing.error}
            isKept={changing.isSuccess}
            send={(week) => changing.mutate(week)}
          />
          {data.bodies.length > 0 && <p className="field-hint">{t('office.calendar.bodiesDiffer', { count: data.bodies.length })}</p>}
        </>
      )}
    </section>
  )
}
