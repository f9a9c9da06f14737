import { wayOf } from './way-of.ts'

/**
 * Keeps the app itself, never an answer of the server: those go stale, and belong to a person. It answers for the
 * resident app alone; the API and the office pass by as if it were not there.
 */
const family = 'gongzhi-resident-'
const cacheName = `${family}1`
const filesMax = 120
const page = '/'
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
  event.waitUntil(Promise.all([worker.clients.claim(), forgetOlderCaches()]))
})
worker.addEventListener('message', (event: MessageEvent<{ keep: string[] }> & Extendable) => {
  event.waitUntil(keepFiles(event.data.keep))
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

async function keepFiles(urls: string[]) {
  const cache = await caches.open(cacheName)
  for (const url of [page, ...urls]) if (!(await cache.match(url))) await cache.add(url).catch(() => {})
  // Files of earlier builds: the oldest come first.
  const keys = (await cache.keys()).filter(({ url }) => new URL(url).pathname !== page)
  await Promise.all(keys.slice(0, Math.max(0, keys.length - filesMax)).map((key) => cache.delete(key)))
}

/** Of this app alone: the office keeps its patrol page beside it, under the same address. */
async function forgetOlderCaches() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(family) && name !== cacheName).map((name) => caches.delete(name)))
}
