import { useLayoutEffect, useRef, useState } from 'react'

/** How wide an element is in the sizes of its own print: a chart drawn to just that has letters as large as those around it. */
export function useWidth<One extends Element>(before: number) {
  const ref = useRef<One>(null)
  const [width, setWidth] = useState(before)
  useLayoutEffect(() => {
    const one = ref.current
    if (!one) return
    const look = () => setWidth(Math.max(240, Math.round(one.getBoundingClientRect().width)))
    const watching = new ResizeObserver(look)
    watching.observe(one)
    look()
    return () => watching.disconnect()
  }, [])
  return [ref, width] as const
}
