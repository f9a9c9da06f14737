import { useEffect, useRef, type ReactNode } from 'react'
import { Link } from 'wouter'
import { BackIcon } from './icons.tsx'
import { useWords } from './use-words.ts'
import './screen-top.css'

interface Props {
  title: string
  /** Where "back" leads; a screen of the bar has none. */
  back?: string | (() => void)
  children?: ReactNode
}

/** A screen's name, the way back, and what stands beside it. The name takes the focus, so that a reader of the page hears it. */
export function ScreenTop({ title, back, children }: Props) {
  const t = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.title
    document.title = `${title} · ${t('name')}`
    return () => {
      document.title = before
    }
  }, [title, t])
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const label = <BackIcon />
  return (
    <header className={back ? 'screen-top with-back' : 'screen-top'}>
      {typeof back === 'string' && <Link href={back} className="screen-back" aria-label={t('frame.back')}>{label}</Link>}
      {typeof back === 'function' && (
        <button type="button" className="screen-back" aria-label={t('frame.back')} onClick={back}>{label}</button>
      )}
      <h1 ref={heading} tabIndex={-1}>{title}</h1>
      {children}
    </header>
  )
}
