import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation } from 'wouter'

/** A new screen begins at its top; going back leaves the scrolling to the browser, which remembers. */
export function useScrollToTop() {
  const [path] = useLocation()
  const isBack = useRef(false)
  const shown = useRef(path)
  useEffect(() => {
    const mark = () => {
      isBack.current = true
    }
    addEventListener('popstate', mark)
    return () => removeEventListener('popstate', mark)
  }, [])
  useLayoutEffect(() => {
    if (shown.current !== path && !isBack.current) scrollTo(0, 0)
    shown.current = path
    isBack.current = false
  }, [path])
}
