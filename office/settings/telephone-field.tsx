import { Input } from 'antd'
import { Field } from '../controls/field.tsx'
import { useSay } from '../say.ts'

/** A body's public number, which residents call with one tap. */
export function TelephoneField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useSay()
  return (
    <Field label={t('office.bodies.telephone')} hint={t('office.bodies.telephoneHint')} optional={t('office.optional')}>
      {(id, describedBy) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          inputMode="tel"
          maxLength={20}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
