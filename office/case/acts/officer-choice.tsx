import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { Officer } from '#contract/stationed.ts'
import { timeWords } from '#screen/time.ts'
import { FieldSet } from '../../controls/field.tsx'
import { reading } from '../../reading.ts'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'

interface Props {
  county: number
  id: string
  lead: string
  value: string | undefined
  onChange: (person: string | undefined) => void
}

/** To the body, or straight to its officer on duty, who takes it for the body at once 点派单. */
export function OfficerChoice({ county, id, lead, value, onChange }: Props) {
  const { t, name, list } = useSay()
  const reader = useReader()
  const group = useId()
  // Who is on duty changes by the hour: asked anew each time a lead is chosen.
  const { data } = useQuery({ ...reading('findOfficers', { params: { county, id }, query: { body: lead } }), staleTime: 0 })
  if (!data || (data.how === 'nobody' && data.unable.length === 0)) return null
  const called = (one: Officer) => t('office.acts.dispatch.officer', { name: one.name, title: name(one.title) })
  const unable = data.unable.length > 0 && (
    <p className="field-hint">{t('office.acts.dispatch.unable', { names: list(data.unable.map((one) => one.name)) })}</p>
  )
  if (data.officers.length === 0) return unable
  return (
    <FieldSet label={t('office.acts.dispatch.to')}>
      {data.how === 'first' && <p className="field-hint">{t('office.acts.dispatch.nobodyOnDuty')}</p>}
      {unable}
      <div className="choices officers">
        <label className="check">
          <input type="radio" name={group} checked={value === undefined} onChange={() => onChange(undefined)} />
          {t('office.acts.dispatch.toBody')}
        </label>
        {data.officers.map((one) => (
          <label key={one.person} className="check">
            <input type="radio" name={group} checked={value === one.person} onChange={() => onChange(one.person)} />
            <span>
              {t(`office.acts.dispatch.straight.${data.how}`, { officer: called(one) })}
              <span className="soft">{' '}{t(one.late > 0 ? 'office.load.personLate' : 'office.load.person', { count: one.open, late: one.late })}</span>
              {one.until && <span className="soft"> {t('office.acts.dispatch.until', { time: timeWords(one.until, reader) })}</span>}
            </span>
          </label>
        ))}
      </div>
      {value !== undefined && <p className="field-hint">{t('office.acts.dispatch.binds')}</p>}
    </FieldSet>
  )
}
