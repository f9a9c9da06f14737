import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { endOfTar, packed, unpacked, type Member } from './tar.ts'

/** Takes members one after another; waits while whoever reads them is behind. */
export type Put = (member: Member) => Promise<void>

/**
 * Lets one fill a line that the other empties, a few members at a time. Where one fails, so does the other.
 * @returns what the one that fills gives back, and the other
 */
export async function along<A, B>(fill: (put: Put) => Promise<A>, empty: (members: AsyncIterable<Member>) => Promise<B>): Promise<[A, B]> {
  const line = new PassThrough({ objectMode: true, highWaterMark: 2 })
  line.on('error', () => {}) // both ends say so themselves
  const failed = (error: unknown) => {
    line.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
  const put: Put = (member) => new Promise((resolve, reject) => line.write(member, (error) => (error ? reject(error) : resolve())))
  const filled = fill(put).then((result) => {
    line.end()
    return result
  })
  const [one, other] = await Promise.allSettled([filled.catch(failed), empty(line).catch(failed)])
  // Whoever failed first broke the line for the other, and knows why.
  if (other.status === 'rejected') throw other.reason
  if (one.status === 'rejected') throw one.reason
  return [one.value, other.value]
}

/** Writes an archive aside, and gives it its name once it is whole. Only its owner may read it. */
export async function writeArchive(file: string, members: AsyncIterable<Member>): Promise<void> {
  const aside = `${file}.part`
  const now = new Date()
  async function* bytes() {
    for await (const member of members) yield packed(member, now)
    yield endOfTar
  }
  try {
    await pipeline(Readable.from(bytes(), { objectMode: false }), createGzip({ level: 1 }), createWriteStream(aside, { mode: 0o600, flush: true }))
    await rename(aside, file)
    await keepName(dirname(file))
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

/** A new name is safe from a power cut only once its folder is written. */
async function keepName(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().catch(() => {}) // not every file system does that
  await handle.close()
}

/** The members of an archive, as they come. */
export async function* readArchive(file: string): AsyncGenerator<Member> {
  const source = createReadStream(file)
  const zip = createGunzip()
  source.on('error', (error) => zip.destroy(error))
  try {
    yield* unpacked(source.pipe(zip))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code?.startsWith('Z_')) throw new Error(code === 'Z_BUF_ERROR' ? 'This backup is cut off.' : 'This is no backup of Gongzhi, or it is damaged.', { cause: error })
    throw error
  } finally {
    source.destroy()
  }
}
