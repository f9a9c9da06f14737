import { useId, type ReactNode } from 'react'
import './choice.css'
import './field.css'

interface Option<Value extends string> {
  value: Value
  label: ReactNode
  more?: ReactNode
}

interface Props<Value extends string> {
  legend: ReactNode
  /** cards: one below the other, each with a line of explanation; segments: side by side; chips: flowing. */
  look: 'cards' | 'segments' | 'chips'
  options: Option<Value>[]
  value: Value | null
  onChoose: (value: Value) => void
  hideLegend?: boolean
}

/** One of several, as radio buttons. */
export function Choice<Value extends string>({ legend, look, options, value, onChoose, hideLegend }: Props<Value>) {
  const name = useId()
  return (
    <fieldset className={`choice ${look}`}>
      <legend className={hideLegend ? 'unseen' : 'field-label'}>{legend}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.value} className="choice-option">
            <input type="radio" name={name} value={option.value} checked={option.value === value}
              onChange={() => onChoose(option.value)} />
            <span className="choice-words">
              <span className="choice-label">{option.label}</span>
              {option.more && <span className="choice-more">{option.more}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
