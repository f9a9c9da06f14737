import type { LiveEvent } from '#contract/notices.ts'

/** A fact; or: some may have been missed, reload what is shown; or: the session has ended, nothing more comes. */
export type Told = { is: 'fact'; event: LiveEvent } | { is: 'missed' } | { is: 'ended' }

/** What is used of EventSource. */
export type Source = Pick<EventSource, 'addEventListener' | 'close' | 'readyState'>

export interface Around {
  /** Names the lock and the channel. */
  name: string
  open: () => Source
  /** Web Locks; where there are none, this tab opens a stream of its own. */
  locks: LockManager | null
  /** Waits before a broken stream is opened anew, doubled each time; and before one is taken over. */
  retryAfterMs?: number
}

const retryAfterMsMax = 60_000
const closed = 2

/**
 * Tells this tab what the server tells. The tab that holds the lock keeps the one stream and passes everything on to
 * the others; when it goes, the next one opens a stream and, since its own start was later, says "missed".
 * @returns a function that stops it
 */
export function shareLive(tell: (told: Told) => void, around: Around): () => void {
  const over = new AbortController()
  const channel = around.locks && new BroadcastChannel(around.name)
  const hear = (told: Told) => {
    if (over.signal.aborted) return
    if (told.is === 'ended') stop()
    tell(told)
  }
  channel?.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data))
  const stop = () => {
    over.abort()
    channel?.close()
  }
  const tellAll = (told: Told) => {
    // A channel has no target origin: it stays within one.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    if (!over.signal.aborted) channel?.postMessage(told)
    hear(told)
  }
  if (around.locks) void lead(around.locks, around, tellAll, over.signal)
  else void follow(around, tellAll, over.signal, false)
  return stop
}

/** Waits for the lock, then keeps the stream until told to stop. */
async function lead(locks: LockManager, around: Around, tellAll: (told: Told) => void, over: AbortSignal) {
  const isFree = await locks.request(around.name, { ifAvailable: true }, async (lock) => {
    if (!lock) return false
    await follow(around, tellAll, over, false)
    return true
  })
  if (isFree || over.aborted) return
  try {
    await locks.request(around.name, { signal: over }, async () => {
      // The lock may come faster than the news that the session has ended.
      await pause(around.retryAfterMs ?? 1_000, over)
      await follow(around, tellAll, over, true)
    })
  } catch (error) {
    // Stopped while it waited for the lock.
    if (!over.aborted) throw error
  }
}

/** One stream after another until told to stop. A stream that breaks reconnects by itself, with Last-Event-ID. */
async function follow(around: Around, tellAll: (told: Told) => void, over: AbortSignal, isLater: boolean) {
  let hasMissed = isLater
  let waitMs = around.retryAfterMs ?? 1_000
  while (!over.aborted) {
    const opened = await listenOnce(around.open(), tellAll, over, hasMissed)
    if (over.aborted) return
    // A stream that the browser gave up has lost its position.
    hasMissed = true
    waitMs = opened ? (around.retryAfterMs ?? 1_000) : Math.min(waitMs * 2, retryAfterMsMax)
    await pause(waitMs, over)
  }
}

/** @returns whether the stream was open for a while, once the browser has given it up or we are told to stop */
function listenOnce(source: Source, tellAll: (told: Told) => void, over: AbortSignal, hasMissed: boolean) {
  return new Promise<boolean>((resolve) => {
    let opened = false
    const end = () => {
      source.close()
      resolve(opened)
    }
    over.addEventListener('abort', end, { once: true })
    source.addEventListener('open', () => {
      if (hasMissed && !opened) tellAll({ is: 'missed' })
      opened = true
    })
    source.addEventListener('fact', (message) =>
      tellAll({ is: 'fact', event: JSON.parse((message as MessageEvent<string>).data) }),
    )
    source.addEventListener('reset', () => tellAll({ is: 'missed' }))
    source.addEventListener('end', () => tellAll({ is: 'ended' }))
    source.addEventListener('error', () => {
      if (source.readyState !== closed) return
      over.removeEventListener('abort', end)
      end()
    })
  })
}

function pause(ms: number, over: AbortSignal) {
  return new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    over.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
