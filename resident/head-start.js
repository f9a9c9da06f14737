// Runs before any file of the app has come: asks meanwhile for what the first screen needs. Where it fails, the app asks itself.
// oxlint-disable-next-line no-unused-expressions -- the build calls it, with the addresses of the words
;(function (/** @type {Record<'zh' | 'en', string>} */ words) {
  try {
    const chosen = localStorage.getItem('gongzhi-language')
    const language = chosen === 'zh' || chosen === 'en' ? chosen : /^en/i.test(navigator.language) ? 'en' : 'zh'
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.crossOrigin = ''
    link.href = words[language]
    document.head.append(link)
    const urls = ['/api/v1/settings', '/api/v1/me']
    if (location.pathname === '/' && localStorage.getItem('gongzhi-me')) urls.push('/api/v1/me/matters?open=true')
    /** @type {Record<string, Promise<Response>>} */
    const answers = {}
    for (const url of urls) {
      answers[url] = fetch(url, { headers: { 'gongzhi-app': 'resident', 'accept-language': language }, credentials: 'same-origin' })
      answers[url].catch(function () {})
    }
    window.headStart = { answers, at: Date.now() }
  } catch {}
})
