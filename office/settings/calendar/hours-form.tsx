import { Input } from 'antd'
import { useState } from 'react'
import type { OfficeWeek } from '#contract/regions.ts'
import { Field } from '../../controls/field.tsx'
import { useSay } from '../../say.ts'
import { PanelForm } from '../panel-form.tsx'
import { hoursIn, hoursWords } from './hours-words.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

interface Props {
  week: OfficeWeek
  isSending: boolean
  error: unknown
  isKept: boolean
  send: (week: OfficeWeek) => void
}

/** The hours of a usual working day, and of weekdays that differ, each typed as it stands on the door. */
export function HoursForm({ week, isSending, error, isKept, send }: Props) {
  const { t } = useSay()
  const closed = t('office.calendar.closed')
  const [usual, setUsual] = useState(() => hoursWords(week.usual, closed))
  const [days, setDays] = useState<Partial<Record<(typeof weekdays)[number], string>>>(() =>
    Object.fromEntries(weekdays.flatMap((day) => (week[day] ? [[day, hoursWords(week[day], closed)]] : []))))
  const wrong = (words: string) => (hoursIn(words, closed) ? undefined : t('office.calendar.wrongHours'))
  const differing = weekdays.flatMap((day) => (days[day]?.trim() ? [[day, days[day]] as const] : []))
  const isWrongUsual = !hoursIn(usual, closed)?.length
  const canSend = !isWrongUsual && differing.every(([, words]) => hoursIn(words, closed))
  return (
    <PanelForm
      submit={t('office.calendar.saveHours')}
      canSend={canSend}
      isSending={isSending}
      error={error}
      send={() => send({ usual: hoursIn(usual, closed)!, ...Object.fromEntries(differing.map(([day, words]) => [day, hoursIn(words, closed)!])) })}
    >
      <Field label={t('office.calendar.usual')} hint={t('office.calendar.hoursHint')} {...(isWrongUsual && { error: t('office.calendar.wrongHours') })}>
        {(id, describedBy) => <Input id={id} aria-describedby={describedBy} value={usual} onChange={(event) => setUsual(event.target.value)} />}
      </Field>
      <details open={differing.length > 0}>
        <summary>{t('office.calendar.differing')}</summary>
        <div className="hours-days">
          {weekdays.map((day) => {
            const words = days[day] ?? ''
            const fault = words.trim() ? wrong(words) : undefined
            return (
              <Field key={day} label={t(`office.calendar.weekdays.${day}`)} {...(fault && { error: fault })}>
                {(id, describedBy) => (
                  <Input
                    id={id}
                    aria-describedby={describedBy}
                    placeholder={t('office.calendar.asUsual')}
                    value={words}
                    onChange={(event) => setDays({ ...days, [day]: event.target.value })}
                  />
                )}
              </Field>
            )
          })}
        </div>
        <p className="field-hint">{t('office.calendar.daysHint', { closed })}</p>
      </details>
      {isKept && (
        <p className="field-hint" aria-live="polite">
          {t('office.calendar.kept')}
        </p>
      )}
    </PanelForm>
  )
}
