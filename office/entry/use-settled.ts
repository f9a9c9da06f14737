import { useEffect, useState } from 'react'

/** A value once it has stood still for a while: the server is not asked at every letter. */
export function useSettled<T>(value: T, afterMs = 700): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs)
    return () => clearTimeout(timer)
  }, [value, afterMs])
  return settled
}
