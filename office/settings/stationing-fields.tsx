import { BodySelect } from '../controls/body-select.tsx'
import { Field } from '../controls/field.tsx'
import { useSay } from '../say.ts'

/** Where a post is stationed, as days on the wall; an empty day is now, or until further notice. */
export interface StationedDays {
  at: string | undefined
  from: string
  to: string
}

interface Props {
  county: number
  value: StationedDays
  onChange: (next: StationedDays) => void
}

/** At another body, from a day to a day. */
export function StationingFields({ county, value, onChange }: Props) {
  const { t } = useSay()
  const day = (name: 'from' | 'to') => (
    <Field label={t(`office.posts.stationed.${name}`)} optional={t('office.optional')}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="line-input"
          value={value[name]}
          onChange={(event) => onChange({ ...value, [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <Field label={t('office.posts.stationedAt')} optional={t('office.optional')} hint={t('office.posts.stationed.hint')}>
        {(id) => (
          <BodySelect
            id={id}
            county={county}
            label={t('office.posts.stationedAt')}
            allowClear
            value={value.at}
            onChange={(at) => onChange({ ...value, at })}
          />
        )}
      </Field>
      {value.at && (
        <div className="two-fields">
          {day('from')}
          {day('to')}
        </div>
      )}
    </>
  )
}
