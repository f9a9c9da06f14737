import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { OfficeWeek } from '#contract/regions.ts'
import { call } from '#screen/api.ts'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'
import { useChange } from '../use-change.ts'
import { HoursForm } from './hours-form.tsx'
import { hoursWords } from './hours-words.ts'

/** The office hours of a body: the county's, unless it keeps others. */
export function BodyHours({ county, body }: { county: number; body: string }) {
  const { t } = useSay()
  const { data } = useQuery(reading('readOfficeHours', { params: { county } }))
  const [isChanging, setIsChanging] = useState(false)
  const changing = useChange(
    (week: OfficeWeek | null) => call('changeBodyHours', { params: { county, id: body }, body: { week } }),
    ['readOfficeHours'],
    () => setIsChanging(false),
  )
  if (!data) return null
  const own = data.bodies.find((one) => one.body === body)?.week
  const closed = t('office.calendar.closed')
  return (
    <section className="panel-part">
      <h3>{t('office.calendar.hours')}</h3>
      <p>{hoursWords((own ?? data.usual).usual, closed)}</p>
      <p className="field-hint">{t(own ? 'office.calendar.ownHours' : 'office.calendar.countyHours')}</p>
      {isChanging ? (
        <HoursForm
          key={JSON.stringify(own)}
          week={own ?? data.usual}
          isSending={changing.isPending}
          error={changing.error}
          isKept={false}
          send={(week) => changing.mutate(week)}
        />
      ) : (
        <p className="act-foot">
          <Button onClick={() => setIsChanging(true)}>{t('office.calendar.changeHours')}</Button>{' '}
          {own && <Button loading={changing.isPending} onClick={() => changing.mutate(null)}>{t('office.calendar.asCounty')}</Button>}
        </p>
      )}
    </section>
  )
}
