import { useSyncExternalStore } from 'react'

const kept = 'gongzhi-elder'
const listeners = new Set<() => void>()
const onPage = () => document.documentElement.dataset

/** Puts elder mode on the page where it was chosen on this device. Call once, before anything is drawn. */
export function startElderMode() {
  if (localStorage.getItem(kept)) onPage().elder = ''
}

/** Larger print and targets, plainer words, fewer things at once; remembered on this device. */
export function chooseElderMode(isOn: boolean) {
  if (isOn) localStorage.setItem(kept, 'yes')
  else localStorage.removeItem(kept)
  if (isOn) onPage().elder = ''
  else delete onPage().elder
  for (const listener of listeners) listener()
}

export const isElderMode = () => onPage().elder !== undefined

export const useElderMode = () => useSyncExternalStore(subscribe, isElderMode)

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
