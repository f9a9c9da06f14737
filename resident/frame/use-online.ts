import { useSyncExternalStore } from 'react'

/** What the browser believes; only ever used to add a line of explanation, never to hold anything back. */
export const useOnline = () => useSyncExternalStore(subscribe, () => navigator.onLine)

function subscribe(tell: () => void) {
  addEventListener('online', tell)
  addEventListener('offline', tell)
  return () => {
    removeEventListener('online', tell)
    removeEventListener('offline', tell)
  }
}
