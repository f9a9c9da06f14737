/** How the service worker answers a request: with the page, with a kept file, or not at all. */
export function wayOf({ method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>, origin: string): 'page' | 'file' | 'not ours' {
  const { origin: asked, pathname } = new URL(url)
  if (method !== 'GET' || asked !== origin || isOthers(pathname)) return 'not ours'
  if (mode === 'navigate') return 'page'
  return pathname.startsWith('/assets/') ? 'file' : 'not ours'
}

const isOthers = (path: string) => /^\/(?:api|office)(?:\/|$)/.test(path)
