import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

interface Props {
  label: ReactNode
  /** What a screen reader calls the button. */
  name: string
  className?: string
  children: (close: () => void) => ReactNode
}

/** A button and what it unfolds below. Escape, or going elsewhere, folds it again. */
export function Unfold({ label, name, className, children }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const around = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => {
    if (!isOpen) return
    const leave = ({ target }: Event) => {
      const isInside =
        target instanceof Node &&
        (around.current?.contains(target) || (target as Element).closest?.('.ant-select-dropdown'))
      if (!isInside) setIsOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [isOpen])
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    setIsOpen(false)
    button.current?.focus()
  }
  return (
    // Escape is an extra way to what the button does as well.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="unfold" ref={around} onKeyDown={escape}>
      <button
        type="button"
        ref={button}
        className={className ?? 'bar-button'}
        aria-label={name}
        title={name}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {label}
      </button>
      {isOpen && (
        <div className="unfold-sheet" id={id}>
          {children(() => setIsOpen(false))}
        </div>
      )}
    </div>
  )
}
