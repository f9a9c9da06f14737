import { useLayoutEffect, useRef, useState } from 'react'
import { useSay } from '../say.ts'

/** Words cut after a few lines; the whole of them on a press, where there is more. */
export function ClampedWords({ words }: { words: string }) {
  const { t } = useSay()
  const text = useRef<HTMLParagraphElement>(null)
  const [isWhole, setIsWhole] = useState(false)
  const [isCut, setIsCut] = useState(false)
  useLayoutEffect(() => {
    const shown = text.current
    if (!shown) return
    const look = () => setIsCut(shown.scrollHeight > shown.clientHeight + 1)
    const watching = new ResizeObserver(look)
    watching.observe(shown)
    return () => watching.disconnect()
  }, [])
  return (
    <div className="decision-words">
      <p ref={text} className={isWhole ? undefined : 'clamped'}>
        {words}
      </p>
      {isCut || isWhole ? (
        <button type="button" className="link" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {t(isWhole ? 'office.requests.less' : 'office.requests.whole')}
        </button>
      ) : null}
    </div>
  )
}
