import { useEffect, useState } from 'react'
import { secondsToUndo } from './kinds.ts'

/** Whole seconds until an instant, never more than the minute that there is; 0 once it has passed. */
export function useSecondsLeft(until: string | null): number {
  const [now, setNow] = useState(Date.now)
  const left = until ? Math.min(secondsToUndo, Math.ceil((Date.parse(until) - now) / 1000)) : 0
  const isRunning = left > 0
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [isRunning])
  return Math.max(0, left)
}
