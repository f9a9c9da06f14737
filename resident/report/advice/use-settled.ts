import { useEffect, useState } from 'react'

/** A value once it has stood still for a while: nobody is asked at every letter. */
export function useSettled<T>(value: T, afterMs = 900): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs)
    return () => clearTimeout(timer)
  }, [value, afterMs])
  return settled
}
