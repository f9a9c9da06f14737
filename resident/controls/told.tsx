import type { ReactNode } from 'react'
import { AlertIcon, CheckIcon } from '../frame/icons.tsx'
import './told.css'

interface Props {
  /** attention: somebody should do something; done: it went well; plain: good to know. */
  tone?: 'attention' | 'done' | 'plain'
  title?: ReactNode
  children?: ReactNode
  /** Said aloud at once, because it came after something the person did. */
  aloud?: boolean
  icon?: ReactNode
}

/** Something the screen says to the person, in place: never in a pop-up. */
export function Told({ tone = 'plain', title, children, aloud, icon }: Props) {
  return (
    <div className={`told ${tone}`} role={aloud ? 'alert' : undefined}>
      {icon ?? (tone === 'done' ? <CheckIcon /> : <AlertIcon />)}
      <div className="told-words">
        {title && <p className="told-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
