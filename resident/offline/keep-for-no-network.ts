/** Lets the service worker keep the app itself on the phone, so that it opens, and a draft goes on, with no network. */
export function keepForNoNetwork() {
  // Between builds in development it would only show yesterday's screens.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', () => void keep().catch(() => {}))
  if (document.readyState === 'complete') void keep().catch(() => {})
}

async function keep() {
  await navigator.serviceWorker.register('/service-worker.js')
  const { active } = await navigator.serviceWorker.ready
  // What came before it was there, and what the next visit without a network needs most.
  await import('../report/report.tsx')
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a service worker takes none
  active?.postMessage({ keep: loaded.filter((url) => url.startsWith(`${location.origin}/assets/`)) })
}
