import type { ComponentProps, ReactNode } from 'react'
import './check.css'

/** A box to tick, with its words as part of the target. */
export const Check = ({ children, ...rest }: Omit<ComponentProps<'input'>, 'type'> & { children: ReactNode }) => (
  <label className="check">
    <input type="checkbox" {...rest} />
    <span>{children}</span>
  </label>
)
