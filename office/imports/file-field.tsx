import { Button } from 'antd'
import { useRef } from 'react'
import { Field } from '../controls/field.tsx'
import { useSay } from '../say.ts'

interface Props {
  label: string
  hint: string
  accept: string
  file: File | undefined
  error?: string
  disabled: boolean
  choose: (file: File) => void
}

/** Chooses one file, and says which was chosen. */
export function FileField({ label, hint, accept, file, error, disabled, choose }: Props) {
  const { t } = useSay()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Field label={label} hint={hint} error={error}>
      {(id, describedBy) => (
        <div className="file-field">
          <input
            ref={input}
            type="file"
            accept={accept}
            hidden
            tabIndex={-1}
            onChange={(event) => {
              const chosen = event.target.files?.[0]
              if (chosen) choose(chosen)
              event.target.value = ''
            }}
          />
          <Button id={id} aria-describedby={describedBy} disabled={disabled} onClick={() => input.current?.click()}>
            {t('imports.page.choose')}
          </Button>
          <span className={file ? 'figures' : 'soft'}>{file ? file.name : t('imports.page.noFile')}</span>
        </div>
      )}
    </Field>
  )
}
