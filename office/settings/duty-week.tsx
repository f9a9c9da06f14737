import type { Duty } from '#contract/organisation.ts'
import { call } from '#screen/api.ts'
import { dateWords } from '#screen/time.ts'
import { Icon } from '../controls/icon.tsx'
import { useWhy } from '../controls/why.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import { dayAfter, instantOf, wallTimeOf } from '../zone-time.ts'
import { useChange } from './use-change.ts'

interface Props {
  county: number
  duties: Duty[]
  monday: string
  today: string
  mayChange: boolean
}

/** Seven days side by side; each says who is on duty, from when to when. */
export function DutyWeek({ county, duties, monday, today, mayChange }: Props) {
  const { t } = useSay()
  const why = useWhy()
  const reader = useReader()
  const removing = useChange((id: string) => call('takeOffDuty', { params: { county, id } }), ['listDuties', 'listStationed'])
  const days = Array.from({ length: 7 }, (_, at) => dayAfter(monday, at))
  const on = (day: string) => {
    const [from, to] = [instantOf(day, '00:00', reader.zone), instantOf(dayAfter(day, 1), '00:00', reader.zone)]
    return duties
      .filter((duty) => Date.parse(duty.from) < Date.parse(to) && Date.parse(duty.to) > Date.parse(from))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  }
  return (
    <>
      {removing.error ? (
        <p className="field-error" role="alert">
          {why(removing.error)}
        </p>
      ) : null}
      <ol className="week">
        {days.map((day) => (
          <li key={day} className={day === today ? 'week-day week-today' : 'week-day'}>
            <h2>{dateWords(`${day}T12:00:00Z`, { ...reader, zone: 'UTC' })}</h2>
            {on(day).length === 0 && <p className="soft">{t('office.roster.nobody')}</p>}
            <ul>
              {on(day).map((duty) => (
                <li key={duty.id} className="duty">
                  <span className="duty-name">{duty.name}</span>
                  <span className="soft figures">{timesOn(duty, day, reader.zone)}</span>
                  {mayChange && (
                    <button
                      type="button"
                      className="open-button"
                      aria-label={t('office.roster.remove', { name: duty.name })}
                      title={t('office.roster.remove', { name: duty.name })}
                      disabled={removing.isPending}
                      onClick={() => removing.mutate(duty.id)}
                    >
                      <Icon name="close" size={12} />
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}

/** From when to when on that day; a duty that goes on over midnight begins or ends at 24 o'clock there. */
function timesOn(duty: Duty, day: string, zone: string): string {
  const [from, to] = [wallTimeOf(duty.from, zone), wallTimeOf(duty.to, zone)]
  return `${from.day < day ? '00:00' : from.clock} – ${to.day > day ? '24:00' : to.clock}`
}
