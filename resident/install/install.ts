import { useSyncExternalStore } from 'react'

/** What Chromium hands over when the app could be put on the home screen; no other browser has it. */
interface InstallEvent extends Event {
  prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>
}

/** How it gets onto this phone's home screen: by our button, by the browser's own menu, or it is there. */
export type Way = 'button' | 'share menu' | 'menu' | 'installed'

let offered: InstallEvent | null = null
const listeners = new Set<() => void>()

/** Keeps the browser's offer until somebody asks for it, so that no banner comes up by itself. Call once. */
export function keepInstallOffer() {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offer(event as InstallEvent)
  })
  addEventListener('appinstalled', () => offer(null))
}

export const useInstallWay = (): Way => useSyncExternalStore(subscribe, wayHere)

/** Asks the browser to install; it asks the person. An offer is good for one time. */
export async function install() {
  const event = offered
  offer(null)
  await event?.prompt()
}

function wayHere(): Way {
  if (matchMedia('(display-mode: standalone)').matches || 'standalone' in navigator && navigator.standalone === true) return 'installed'
  if (offered) return 'button'
  return /iPhone|iPad|iPod/.test(navigator.userAgent) ? 'share menu' : 'menu'
}

function offer(event: InstallEvent | null) {
  offered = event
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
