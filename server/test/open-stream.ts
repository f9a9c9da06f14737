// The reader's end of a stream of server-sent events, over a socket, as a browser reads it.

export interface StreamEvent {
  name: string
  data: unknown
  /** The last id, at this event. */
  id: string
}

export interface OpenStream {
  status: number
  headers: Headers
  events: StreamEvent[]
  /** The place to go on from, which also moves without events. */
  lastId(): string
  /** All that came, as it is. */
  text(): string
  hasEnded(): boolean
  /** Goes away. */
  leave(): void
}

/** Opens a stream and reads along until it ends or is left. */
export async function openStream(url: string, headers: Record<string, string>): Promise<OpenStream> {
  const leaving = new AbortController()
  const response = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: leaving.signal })
  const events: StreamEvent[] = []
  let text = ''
  let read = 0
  let id = ''
  let ended = false
  const take = () => {
    for (let end = text.indexOf('\n\n', read); end !== -1; end = text.indexOf('\n\n', read)) {
      const fields = text.slice(read, end).split('\n').map((line) => /^(\w*): ?(.*)$/.exec(line)?.slice(1) ?? [line, ''])
      const last = (name: string) => fields.findLast(([field]) => field === name)?.[1]
      id = last('id') ?? id
      const data = last('data')
      if (data !== undefined) events.push({ name: last('event') ?? 'message', data: JSON.parse(data), id })
      read = end + 2
    }
  }
  const reading = (async () => {
    const decoder = new TextDecoder()
    for await (const part of response.body ?? []) {
      text += decoder.decode(part, { stream: true })
      take()
    }
  })()
  reading.catch(() => {}).finally(() => (ended = true))
  return {
    status: response.status,
    headers: response.headers,
    events,
    lastId: () => id,
    text: () => text,
    hasEnded: () => ended,
    leave: () => leaving.abort(),
  }
}
