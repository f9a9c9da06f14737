import { wayOf } from './way-of.ts'

/**
 * Keeps the patrol page of the office and the files that it is made of, never an answer of the server. Every other page
 * of the office goes to the network as if this were not there.
 */
const cacheName = 'gongzhi-office-patrol-1'
const filesMax = 160
/** One for every county: the page is the same. */
const page = '/office/patrol'
const patienceMs = 4_000

/** What is used of a service worker's events; the types for pages and for workers can't stand side by side. */
interface Extendable extends Event {
  waitUntil: (done: Promise<unknown>) => void
}
interface Fetching extends Event {
  request: Request
  respondWith: (response: Promise<Response>) => void
}
interface Worker {
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: (kind: string, listener: (event: never) => void) => void
}
const worker = globalThis as unknown as Worker

worker.addEventListener('install', (event: Extendable) => {
  event.waitUntil(worker.skipWaiting())
})
worker.addEventListener('activate', (event: Extendable) => {
  event.waitUntil(worker.clients.claim())
})
worker.addEventListener('message', (event: MessageEvent<{ keep: string[]; page: string }> & Extendable) => {
  event.waitUntil(keepFiles(event.data))
})
worker.addEventListener('fetch', (event: Fetching) => {
  const { method, mode, url } = event.request
  const way = wayOf({ method, mode, url }, location.origin)
  if (way === 'page') event.respondWith(freshPage(event.request))
  if (way === 'file') event.respondWith(keptFile(event.request))
})

/** The page as it is now; the kept one where the network does not answer in time. */
async function freshPage(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const impatience = new AbortController()
  const timer = setTimeout(() => impatience.abort(), patienceMs)
  try {
    const response = await fetch(request, { signal: impatience.signal })
    if (isOurPage(response)) await cache.put(page, response.clone())
    return response
  } catch (error) {
    const kept = await cache.match(page)
    if (kept) return kept
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Not the sign-in page that a network in a café puts before everything. */
const isOurPage = ({ ok, redirected, headers }: Response) => ok && !redirected && headers.has('content-security-policy')

/** A built file never changes under its name. */
async function keptFile(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(request, { ignoreVary: true })
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
  return response
}

async function keepFiles({ keep, page: address }: { keep: string[]; page: string }) {
  const cache = await caches.open(cacheName)
  const response = await fetch(address)
  if (isOurPage(response)) await cache.put(page, response)
  for (const url of keep) if (!(await cache.match(url, { ignoreVary: true }))) await cache.add(url).catch(() => {})
  // Files of earlier builds: the oldest come first.
  const keys = (await cache.keys()).filter(({ url }) => new URL(url).pathname !== page)
  await Promise.all(keys.slice(0, Math.max(0, keys.length - filesMax)).map((key) => cache.delete(key)))
}
