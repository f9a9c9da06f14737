import { useEffect, useRef } from 'react'
import type { LiveEvent } from '#contract/notices.ts'
import { addressOf, type App } from './api.ts'
import { shareLive, type Told } from './share-live.ts'

type Handler = (told: Told) => void

/** What this tab listens to, at most one stream per app. */
const streams = new Map<App, { handlers: Set<Handler>; stop: () => void }>()

/**
 * Hears facts within one's reach as they happen. All tabs of a browser share one stream.
 * @param missed facts may have been missed: reload what is shown
 */
export function useLive(app: App, handler: (event: LiveEvent) => void, missed?: () => void) {
  const latest = useRef({ handler, missed })
  useEffect(() => {
    latest.current = { handler, missed }
  })
  useEffect(
    () =>
      listen(app, (told) => {
        if (told.is === 'fact') latest.current.handler(told.event)
        if (told.is === 'missed') latest.current.missed?.()
      }),
    [app],
  )
}

function listen(app: App, handler: Handler) {
  const stream = streams.get(app) ?? begin(app)
  stream.handlers.add(handler)
  return () => {
    stream.handlers.delete(handler)
    if (stream.handlers.size > 0 || streams.get(app) !== stream) return
    streams.delete(app)
    stream.stop()
  }
}

function begin(app: App) {
  const handlers = new Set<Handler>()
  const stop = shareLive(
    (told) => {
      for (const handler of handlers) handler(told)
    },
    {
      name: `gongzhi-live-${app}`,
      open: () => new EventSource(addressOf('live', undefined, { app })),
      // Without either, each tab keeps a stream of its own.
      locks: typeof BroadcastChannel === 'undefined' ? null : (navigator.locks ?? null),
    },
  )
  const stream = { handlers, stop }
  streams.set(app, stream)
  return stream
}
