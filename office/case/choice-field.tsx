import { useId } from 'react'
import { FieldSet } from '../controls/field.tsx'

interface Props<T extends string> {
  label: string
  choices: readonly T[]
  words: (choice: T) => string
  value: T | undefined
  onChange: (choice: T) => void
}

/** One of a few, all in sight. */
export function ChoiceField<T extends string>({ label, choices, words, value, onChange }: Props<T>) {
  const name = useId()
  return (
    <FieldSet label={label}>
      <div className="choices">
        {choices.map((choice) => (
          <label key={choice} className="check">
            <input type="radio" name={name} checked={value === choice} onChange={() => onChange(choice)} />
            {words(choice)}
          </label>
        ))}
      </div>
    </FieldSet>
  )
}
