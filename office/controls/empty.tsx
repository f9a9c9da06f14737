import type { ReactNode } from 'react'

/** Nothing here, and what that means. */
export function Empty({ title, words, children }: { title: string; words?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {words && <p>{words}</p>}
      {children}
    </div>
  )
}
