import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CalendarDay } from '#contract/regions.ts'
import { call } from '#screen/api.ts'
import { dateWords } from '#screen/time.ts'
import { Field } from '../../controls/field.tsx'
import { Icon } from '../../controls/icon.tsx'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import { PanelForm } from '../panel-form.tsx'
import { useChange } from '../use-change.ts'

/** The days of a year that differ from the week, changed here and published whole: open cases are summed up anew. */
export function DaysOfYear({ county, year, published }: { county: number; year: number; published: readonly CalendarDay[] }) {
  const { t, name } = useSay()
  const reader = useReader()
  const [days, setDays] = useState(published)
  const [day, setDay] = useState('')
  const [works, setWorks] = useState(false)
  const [called, setCalled] = useState('')
  const publishing = useChange(() => call('changeCalendar', { params: { county, year }, body: { days: [...days] } }), ['readCalendar'])
  const isChanged = JSON.stringify(days) !== JSON.stringify(published)
  const isKnown = days.some((one) => one.day === day)
  const add = () => {
    setDays([...days, { day, works, name: { zh: called.trim() } }].toSorted((a, b) => (a.day < b.day ? -1 : 1)))
    setDay('')
    setCalled('')
  }
  return (
    <>
      {days.length === 0 && <p className="soft">{t('office.calendar.noDays')}</p>}
      <ul className="lines calendar-days">
        {days.map((one) => (
          <li key={one.day}>
            <span className="line-main">
              <span className="figures">{dateWords(`${one.day}T12:00:00Z`, { ...reader, zone: 'UTC' })}</span> {name(one.name)}
            </span>
            <span className={one.works ? 'calendar-works' : 'soft'}>{t(one.works ? 'office.calendar.works' : 'office.calendar.off')}</span>
            <button
              type="button"
              className="open-button"
              aria-label={t('office.calendar.remove', { day: one.day })}
              title={t('office.calendar.remove', { day: one.day })}
              onClick={() => setDays(days.filter((other) => other.day !== one.day))}
            >
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('office.calendar.add')}</summary>
        <div className="panel-form">
          <Field label={t('office.calendar.day')} {...(isKnown && { error: t('office.calendar.dayKnown') })}>
            {(id, describedBy) => (
              <input
                id={id}
                aria-describedby={describedBy}
                type="date"
                className="line-input"
                min={`${year - 1}-12-01`}
                max={`${year}-12-31`}
                value={day}
                onChange={(event) => setDay(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('office.calendar.called')}>
            {(id) => <Input id={id} maxLength={40} value={called} onChange={(event) => setCalled(event.target.value)} />}
          </Field>
          <label className="check">
            <input type="checkbox" checked={works} onChange={(event) => setWorks(event.target.checked)} />
            {t('office.calendar.isWorked')}
          </label>
          <p className="act-foot">
            <Button disabled={!day || isKnown || called.trim() === ''} onClick={add}>
              {t('office.calendar.addDay')}
            </Button>
          </p>
        </div>
      </details>
      <PanelForm submit={t('office.calendar.publish', { year })} canSend={isChanged} isSending={publishing.isPending} error={publishing.error} send={() => publishing.mutate(undefined)}>
        <p className="field-hint">{t('office.calendar.publishHint')}</p>
        {publishing.isSuccess && !isChanged && (
          <p className="field-hint" aria-live="polite">
            {t('office.calendar.kept')}
          </p>
        )}
      </PanelForm>
    </>
  )
}
