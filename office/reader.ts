import { useMemo, useSyncExternalStore } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Reader } from '#screen/time.ts'
import { reading } from './reading.ts'
import { useSay } from './say.ts'

const tickMs = 30_000
const watching = new Set<() => void>()
let now = new Date()
let timer: ReturnType<typeof setInterval> | undefined

/** For whom times are put into words. `now` moves twice a minute, so that what is on screen stays true. */
export function useReader(): Reader {
  const { language } = useSay()
  const { zone } = useSuspenseQuery(reading('readSettings')).data
  const current = useSyncExternalStore(tick, () => now)
  return useMemo(() => ({ now: current, zone, language }), [current, zone, language])
}

function tick(changed: () => void) {
  watching.add(changed)
  timer ??= setInterval(() => {
    now = new Date()
    for (const tell of watching) tell()
  }, tickMs)
  return () => {
    watching.delete(changed)
    if (watching.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
