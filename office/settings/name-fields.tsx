import { Input } from 'antd'
import type { InBoth } from '#contract/wire.ts'
import { Field } from '../controls/field.tsx'
import { useSay } from '../say.ts'

interface Props {
  labels?: { zh: string; en: string }
  value: InBoth
  onChange: (name: InBoth) => void
}

/** A name in Chinese, and in English where there is one. */
export function NameFields({ labels, value, onChange }: Props) {
  const { t } = useSay()
  return (
    <>
      <Field label={labels?.zh ?? t('office.settings.nameZh')}>
        {(id) => (
          <Input
            id={id}
            lang="zh-CN"
            required
            maxLength={60}
            value={value.zh}
            onChange={(event) => onChange({ ...value, zh: event.target.value })}
          />
        )}
      </Field>
      <Field label={labels?.en ?? t('office.settings.nameEn')} optional={t('office.optional')}>
        {(id) => (
          <Input
            id={id}
            lang="en"
            maxLength={60}
            value={value.en ?? ''}
            onChange={(event) => onChange({ ...value, en: event.target.value || undefined })}
          />
        )}
      </Field>
    </>
  )
}
