import type { ReactNode } from 'react'
import { Area } from '../controls/area.tsx'
import { Field } from '../controls/field.tsx'

interface Props {
  label: string
  hint?: ReactNode
  optional?: string
  value: string
  onChange: (words: string) => void
  lengthMax?: number
  rows?: number
}

/** Words to write. */
export function WordsField({ label, hint, optional, value, onChange, lengthMax = 2000, rows = 4 }: Props) {
  return (
    <Field label={label} hint={hint} optional={optional}>
      {(id, describedBy) => (
        <Area
          id={id}
          aria-describedby={describedBy}
          rows={rows}
          maxLength={lengthMax}
          value={value}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
