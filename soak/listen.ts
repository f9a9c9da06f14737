import { setTimeout as sleep } from 'node:timers/promises'
import { openStream, type OpenStream } from '#server/test/open-stream.ts'
import type { SignedIn } from '../bench/people.ts'

export interface Heard {
  /** Places in the feed, as they were heard, over every line that broke. */
  ids: string[]
  /** How often the whole had to be read again. */
  resets: number
  lines: number
  /** When something last came. */
  quietMs(): number
  /** Ends listening. */
  stop(): Promise<void>
}

/** Listens to the live stream as a browser does: whenever the line breaks, on from the last place. */
export function beginListening(port: number, app: 'resident' | 'office', who: SignedIn): Heard {
  let isOver = false
  let last = ''
  let lastAt = Date.now()
  let stream: OpenStream | undefined
  const heard: Heard = { ids: [], resets: 0, lines: 0, quietMs: () => Date.now() - lastAt, stop }
  const listening = (async () => {
    while (!isOver) {
      stream = await openStream(`http://127.0.0.1:${port}/api/v1/live?app=${app}`, { 'gongzhi-app': app, cookie: who.cookie, ...(last && { 'last-event-id': last }) }).catch(() => undefined)
      if (!stream) {
        await sleep(100)
        continue
      }
      if (stream.status === 200) heard.lines += 1
      for (let seen = 0; !isOver && !stream.hasEnded(); await sleep(50)) {
        if (stream.events.length > seen) lastAt = Date.now()
        seen = stream.events.length
      }
      last = keep(stream)
    }
  })()
  function keep(ended: OpenStream) {
    for (const event of ended.events) {
      if (event.name === 'reset') heard.resets += 1
      if (event.name === 'fact') heard.ids.push(event.id)
    }
    return ended.lastId() || last
  }
  async function stop() {
    isOver = true
    await listening
    stream?.leave()
  }
  return heard
}
