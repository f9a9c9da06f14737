import { useCallback, useEffect, useState } from 'react'
import type { Point } from '#contract/wire.ts'

export type Here = { is: 'asking' } | { is: 'known'; point: Point } | { is: 'unknown' }

const patienceMs = 20_000
const freshForMs = 60_000

/** Where the phone is; asked again for each report. A phone knows it without a network too. */
export function useHere(): { here: Here; askAgain: () => void } {
  const [here, setHere] = useState<Here>(() => ({ is: 'geolocation' in navigator ? 'asking' : 'unknown' }))
  const ask = useCallback(() => {
    if (!('geolocation' in navigator)) return
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setHere({ is: 'known', point: { lon: coords.longitude, lat: coords.latitude } }),
      () => setHere({ is: 'unknown' }),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: freshForMs },
    )
  }, [])
  useEffect(ask, [ask])
  return { here, askAgain: ask }
}
