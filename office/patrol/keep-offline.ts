import type { QueryClient } from '@tanstack/react-query'
import type { Operations } from '#contract/index.ts'
import { reading } from '../reading.ts'

const kept = 'gongzhi-office-patrol'
const isPatrol = (path: string) => /^\/office\/\d+\/patrol\/?$/.test(path)

interface Kept {
  me: Operations['readMe']['reply']
  settings: Operations['readSettings']['reply']
  county: number
  categories: Operations['listCategories']['reply']
  /** Kept since there are codes. */
  codes?: Operations['readCodes']['reply'] | undefined
}

/** What the patrol page asks of the server before it can be drawn, kept on the phone for a day without a network. */
export function keepAnswers(answers: Kept) {
  try {
    localStorage.setItem(kept, JSON.stringify(answers))
  } catch {
    // A phone that keeps nothing: the page then opens with a network only.
  }
}

/** Whoever signs out leaves nothing of themselves behind. What waits to be sent stays theirs. */
export const forgetAnswers = () => localStorage.removeItem(kept)

/** Gives the patrol page what it knew, as old: where the server answers it is read anew at once. Other pages are left alone. */
export function recallAnswers(memory: QueryClient, path: string) {
  const found = isPatrol(path) ? localStorage.getItem(kept) : null
  if (!found) return
  const { me, settings, county, categories, codes } = JSON.parse(found) as Kept
  const old = { updatedAt: 0 }
  memory.setQueryData(reading('readMe').queryKey, me, old)
  memory.setQueryData(reading('readSettings').queryKey, settings, old)
  memory.setQueryData(reading('listCategories', { params: { county } }).queryKey, categories, old)
  if (codes) memory.setQueryData(reading('readCodes', { params: { county } }).queryKey, codes, old)
}

/** Lets the service worker keep this one page of the office and its files, so that it opens with no network. */
export async function keepPage() {
  // Between builds in development it would only show yesterday's screens.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/office/service-worker.js', { scope: '/office/' })
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a service worker takes none
  active?.postMessage({ keep: loaded.filter((url) => url.startsWith(`${location.origin}/office/assets/`)), page: location.pathname })
}
