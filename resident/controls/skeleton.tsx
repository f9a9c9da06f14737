import type { CSSProperties, ReactNode } from 'react'

/** A grey bar where a line of words or a picture will be. */
export const Bone = ({ width = '100%', height = '1em' }: { width?: string; height?: string }) => (
  <span className="bone" style={{ width, height } satisfies CSSProperties} />
)

/** Nothing to show, said kindly, with the next step where there is one. */
export const Empty = ({ children }: { children: ReactNode }) => <div className="empty">{children}</div>
