import { useId, type ComponentProps, type ReactNode } from 'react'
import './button.css'

interface Props extends Omit<ComponentProps<'button'>, 'disabled'> {
  /** fill: the next step of the screen; line: another way on; quiet: one word in a line. */
  look?: 'fill' | 'line' | 'quiet'
  size?: 'large'
  busy?: boolean
  /** Why it can't be pressed now, in words. A greyed button always says so. */
  why?: ReactNode
  children: ReactNode
}

/** A button that is never silently dead: greyed it can still be reached, and says why. */
export function Button({ look = 'line', size, busy = false, why, children, className = '', onClick, ...rest }: Props) {
  const reason = useId()
  const off = busy || Boolean(why)
  const classes = ['button', look, size, busy && 'busy', className].filter(Boolean).join(' ')
  const button = (
    <button type="button" {...rest} className={classes} aria-disabled={off || undefined} aria-busy={busy || undefined}
      aria-describedby={why ? reason : rest['aria-describedby']}
      onClick={(event) => (off ? event.preventDefault() : onClick?.(event))}>
      {children}
    </button>
  )
  if (!why) return button
  return (
    <span className="button-with-reason">
      {button}
      <span id={reason} className="button-reason">{why}</span>
    </span>
  )
}
