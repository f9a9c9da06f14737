import { Field } from '../controls/field.tsx'
import { useSay } from '../say.ts'

/** The last day on which a post is held; none is until further notice. */
export function LastDayField({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const { t } = useSay()
  return (
    <Field label={t('office.posts.lastDay')} optional={t('office.optional')}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="line-input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
