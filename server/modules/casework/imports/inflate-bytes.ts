import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { inflatedBytesMax, Unreadable } from './unreadable.ts'

export type Bytes = AsyncIterable<Uint8Array>

const gzipMark = [0x1f, 0x8b]

/** The bytes of a file; of a gzipped one what it holds, up to a bound. */
export async function* inflated(bytes: Bytes): Bytes {
  const chunks = bytes[Symbol.asyncIterator]()
  let first: Uint8Array = Buffer.alloc(0)
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    first = Buffer.concat([first, next.value])
    if (first.length >= gzipMark.length) break
  }
  if (first.length === 0) return
  const whole = resumed(first, chunks)
  const isGzip = gzipMark.every((byte, i) => first[i] === byte)
  let sum = 0
  for await (const chunk of isGzip ? gunzipped(whole) : whole) {
    sum += chunk.length
    if (sum > inflatedBytesMax) throw new Unreadable('too_large')
    yield chunk
  }
}

async function* gunzipped(bytes: Bytes): Bytes {
  const gunzip = createGunzip()
  const feeding = pipeline(Readable.from(bytes), gunzip).catch((error: unknown) => gunzip.destroy(error as Error))
  try {
    for await (const chunk of gunzip) yield chunk as Buffer
    await feeding
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw new Unreadable('damaged_archive')
    throw error
  } finally {
    gunzip.destroy()
  }
}

async function* resumed(first: Uint8Array, rest: AsyncIterator<Uint8Array>): Bytes {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/** The first bytes of a file, at most so many. */
export async function beginningOf(bytes: Bytes, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let sum = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    sum += chunk.length
    if (sum >= bytesMax) break
  }
  return Buffer.concat(chunks).subarray(0, bytesMax)
}
