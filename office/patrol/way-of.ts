/** How the office's service worker answers a request: with the patrol page, with a kept file, or not at all. */
export function wayOf({ method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>, origin: string): 'page' | 'file' | 'not ours' {
  const { origin: asked, pathname } = new URL(url)
  if (method !== 'GET' || asked !== origin) return 'not ours'
  if (mode === 'navigate') return /^\/office\/\d+\/patrol\/?$/.test(pathname) ? 'page' : 'not ours'
  return pathname.startsWith('/office/assets/') ? 'file' : 'not ours'
}
