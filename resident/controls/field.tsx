import { useId, type ReactNode } from 'react'
import { AlertIcon } from '../frame/icons.tsx'
import './field.css'

/** What an input needs to be tied to its label, hint and error. */
export interface Tied {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

interface Props {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  optional?: ReactNode
  /** The control's id, where another part of the page leads to it. */
  id?: string
  children: (tied: Tied) => ReactNode
}

/** A label above its control, a hint that stays, an error in words below it. */
export function Field({ label, hint, error, optional, id: given, children }: Props) {
  const made = useId()
  const id = given ?? made
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
        {optional && <span className="field-optional">{optional}</span>}
      </label>
      {hint && <p id={`${id}-hint`} className="field-hint">{hint}</p>}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}

export const FieldError = ({ id, children }: { id?: string; children: ReactNode }) => (
  <p id={id} className="field-error" role="alert">
    <AlertIcon size={20} />
    {children}
  </p>
)
