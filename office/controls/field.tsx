import { useId, type ReactNode } from 'react'

interface Props {
  label: string
  hint?: ReactNode
  error?: string
  /** Says beside the label that the field may stay empty. */
  optional?: string
  children: (id: string, describedBy: string | undefined) => ReactNode
}

/** A label, its control, a hint and what is wrong with what was typed. */
export function Field({ label, hint, error, optional, children }: Props) {
  const id = useId()
  const describes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
        {optional && <span className="field-optional">{optional}</span>}
      </label>
      {children(id, describes)}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

/** Several choices under one heading, such as radio buttons. */
export function FieldSet({ label, hint, children }: { label: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      {children}
      {hint && <p className="field-hint">{hint}</p>}
    </fieldset>
  )
}
