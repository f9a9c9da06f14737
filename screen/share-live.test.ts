import { afterEach, expect, test } from 'vitest'
import type { LiveEvent } from '#contract/notices.ts'
import { shareLive, type Told } from './share-live.ts'

const fact: LiveEvent = { kind: 'case.accepted', county: 1, subject: 'a', at: '2026-11-22T01:00:00Z' }

/** The browser's end of a stream, driven by the test. */
class Stream extends EventTarget {
  readyState = 0
  open() {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }
  send(kind: string, data?: unknown) {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data) }))
  }
  giveUp() {
    this.readyState = 2
    this.dispatchEvent(new Event('error'))
  }
  close() {
    this.readyState = 2
  }
}

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** One tab: the streams that it opened and what it was told. */
function tab(name: string, locks: LockManager | null = navigator.locks) {
  const streams: Stream[] = []
  const told: Told[] = []
  const open = () => {
    const stream = new Stream()
    streams.push(stream)
    return stream as unknown as EventSource
  }
  const stop = shareLive((one) => told.push(one), { name, open, locks, retryAfterMs: 20 })
  stops.push(stop)
  return { streams, told, stop }
}

const until = (condition: () => boolean) => expect.poll(condition, { interval: 2, timeout: 2_000 }).toBe(true)

test('two tabs share one stream, and both hear each fact once', async () => {
  const first = tab('share')
  await until(() => first.streams.length === 1)
  const second = tab('share')
  first.streams[0]!.open()
  first.streams[0]!.send('fact', fact)
  await until(() => second.told.length === 1)
  expect(first.told).toEqual([{ is: 'fact', event: fact }])
  expect(second.told).toEqual([{ is: 'fact', event: fact }])
  expect(second.streams).toHaveLength(0)
})

test('when the tab that keeps the stream goes, the next one opens its own and reloads what it shows', async () => {
  const first = tab('inherit')
  await until(() => first.streams.length === 1)
  const second = tab('inherit')
  first.stop()
  await until(() => second.streams.length === 1)
  expect(first.streams[0]!.readyState).toBe(2)
  second.streams[0]!.open()
  expect(second.told).toEqual([{ is: 'missed' }])
})

test('the first opening reloads nothing', async () => {
  const only = tab('first')
  await until(() => only.streams.length === 1)
  only.streams[0]!.open()
  expect(only.told).toEqual([])
})

test('a stream that the browser gave up is opened anew, and says that facts may be missing', async () => {
  const only = tab('broken')
  await until(() => only.streams.length === 1)
  only.streams[0]!.open()
  only.streams[0]!.giveUp()
  await until(() => only.streams.length === 2)
  only.streams[1]!.open()
  expect(only.told).toEqual([{ is: 'missed' }])
})

test('a stream that reconnects by itself keeps its position and says nothing', async () => {
  const only = tab('reconnect')
  await until(() => only.streams.length === 1)
  const stream = only.streams[0]!
  stream.open()
  stream.readyState = 0
  stream.dispatchEvent(new Event('error'))
  stream.open()
  expect(only.told).toEqual([])
  expect(only.streams).toHaveLength(1)
})

test('the end of the session stops every tab and opens nothing again', async () => {
  const first = tab('end')
  await until(() => first.streams.length === 1)
  const second = tab('end')
  first.streams[0]!.open()
  first.streams[0]!.send('end')
  await until(() => second.told.length === 1)
  expect(first.told).toEqual([{ is: 'ended' }])
  expect(second.told).toEqual([{ is: 'ended' }])
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect(first.streams).toHaveLength(1)
  expect(second.streams).toHaveLength(0)
})

test('"you missed more than I keep" reaches every tab', async () => {
  const first = tab('reset')
  await until(() => first.streams.length === 1)
  const second = tab('reset')
  first.streams[0]!.open()
  first.streams[0]!.send('reset')
  await until(() => second.told.length === 1)
  expect(first.told).toEqual(second.told)
})

test('without Web Locks each tab keeps a stream of its own', async () => {
  const [first, second] = [tab('alone', null), tab('alone', null)]
  expect([first.streams.length, second.streams.length]).toEqual([1, 1])
})
