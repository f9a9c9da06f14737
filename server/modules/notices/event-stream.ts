import { Readable } from 'node:stream'

/** Server-sent events to one reader (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export interface EventStream {
  body: Readable
  /** Sends one event. What a slow reader has no room for is dropped; they get `reset` when there is room again. */
  send(event: { name?: string; id?: string; data?: unknown }): void
  /** Ends in order, after a last event or without. */
  end(last?: { name: string }): void
  isOver(): boolean
}

const waitingBytesMax = 128 * 1024
const lookAfterMs = 200
const patienceMs = 30_000

/**
 * A stream that never holds more than 128 KB for its reader. A reader for whom something was dropped gets one `reset`
 * when they have taken the rest, and is cut off if that takes longer than half a minute.
 * @param missed what to say after something was dropped
 */
export function eventStream(missed: () => { name: string; id?: string; data?: unknown }): EventStream {
  const body = new Readable({ highWaterMark: waitingBytesMax, read() {} })
  body.on('error', () => {}) // the reader went away
  let waitedMs: number | undefined

  const isOver = () => body.destroyed || body.readableEnded || hasEnded
  let hasEnded = false
  const lookWhetherTaken = () => {
    if (isOver()) return
    if (body.readableLength === 0) {
      waitedMs = undefined
      body.push(textOf(missed()))
      return
    }
    waitedMs = (waitedMs ?? 0) + lookAfterMs
    if (waitedMs >= patienceMs) body.destroy()
    else setTimeout(lookWhetherTaken, lookAfterMs).unref()
  }

  return {
    body,
    isOver,
    send(event) {
      if (isOver() || waitedMs !== undefined) return
      const text = textOf(event)
      if (body.readableLength + text.length <= waitingBytesMax) return void body.push(text)
      waitedMs = 0
      setTimeout(lookWhetherTaken, lookAfterMs).unref()
    },
    end(last) {
      if (isOver()) return
      hasEnded = true
      if (last) body.push(textOf(last))
      body.push(null)
    },
  }
}

/** An id without data moves the reader's place and is no event; a line that begins with `:` only says that we are here. */
function textOf({ name, id, data }: { name?: string; id?: string; data?: unknown }): string {
  const lines = [
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(name === undefined ? [':'] : [`event: ${name}`, `data: ${JSON.stringify(data ?? {})}`]),
  ]
  return `${lines.join('\n')}\n\n`
}
