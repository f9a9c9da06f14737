import { createContext, use, useEffect, useMemo, useState } from 'react'
import { agoWords, clockOf, dateWords, dueWords, fullDateWords, partOfDay, spanWords, timeWords } from '#screen/time.ts'
import { useSettings } from '../asking/settings.ts'
import { useLanguage } from './use-words.ts'

type At = string | Date

const Now = createContext(new Date(0))
export const NowProvider = Now.Provider

/** The present minute: everything that says "in 5 minutes" is drawn again when it passes. */
export function useTickingNow() {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const tick = () => setNow(new Date())
    const timer = setInterval(tick, 30_000)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return now
}

/** Times in words, in the place's zone and the reader's language. */
export function useTime() {
  const now = use(Now)
  const zone = useSettings().data?.zone
  const language = useLanguage()
  return useMemo(() => {
    const reader = { now, zone: zone ?? 'Asia/Shanghai', language }
    return {
      now,
      time: (at: At) => timeWords(at, reader),
      due: (at: At) => dueWords(at, reader),
      clock: (at: At) => clockOf(at, reader),
      ago: (at: At) => agoWords(at, reader),
      date: (at: At) => dateWords(at, reader),
      fullDate: (at: At) => fullDateWords(at, reader),
      span: (milliseconds: number) => spanWords(milliseconds, language),
      partOfDay: partOfDay(reader),
      isPast: (at: At) => new Date(at) < now,
    }
  }, [now, zone, language])
}
