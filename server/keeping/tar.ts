/** One file of an archive. */
export interface Member {
  name: string
  bytes: Buffer
}

const block = 512
const nameBytesMax = 100
/** Nothing that we write is larger; what claims to be is damaged. */
const memberBytesMax = 256 * 1024 * 1024

/** A member as it stands in a tar file (POSIX ustar), so that any tar can look into an archive. */
export function packed({ name, bytes }: Member, at: Date): Buffer {
  if (Buffer.byteLength(name) > nameBytesMax) throw new Error(`"${name}" is too long a name for the archive`)
  const head = Buffer.alloc(block)
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
  head.write(name, 0)
  head.write(`${octal(0o600, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0${octal(bytes.length, 11)}\0${octal(Math.floor(at.getTime() / 1000), 11)}\0`, 100)
  head.write('        0', 148) // the sum is made with blanks in its own place
  head.write('ustar\x0000', 257)
  head.write(`${octal(head.reduce((sum, byte) => sum + byte, 0), 6)}\0 `, 148)
  return Buffer.concat([head, bytes, Buffer.alloc(-bytes.length & (block - 1))])
}

/** What ends a tar file. */
export const endOfTar = Buffer.alloc(2 * block)

/**
 * The members of a tar file, one at a time.
 * @throws Error where it is no tar file, or is damaged or cut off
 */
export async function* unpacked(source: AsyncIterable<Buffer>): AsyncGenerator<Member> {
  const take = takerOf(source)
  for (;;) {
    const head = await take(block)
    if (head.every((byte) => byte === 0)) return
    const text = (from: number, to: number) => head.toString('utf8', from, to).replace(/\0.*$/s, '')
    const sum = Number.parseInt(text(148, 156), 8)
    const counted = head.reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 32 : byte), 0)
    const length = Number.parseInt(text(124, 136), 8)
    if (sum !== counted || !(length <= memberBytesMax)) throw new Error('This is no backup of Gongzhi, or it is damaged.')
    const bytes = await take(length)
    await take(-length & (block - 1))
    yield { name: text(0, nameBytesMax), bytes }
  }
}

/** Takes so many bytes off a stream. */
function takerOf(source: AsyncIterable<Buffer>): (length: number) => Promise<Buffer> {
  const parts = source[Symbol.asyncIterator]()
  let held: Buffer[] = []
  let heldBytes = 0
  return async (length) => {
    while (heldBytes < length) {
      const next = await parts.next()
      if (next.done) throw new Error('This backup is cut off.')
      held.push(next.value)
      heldBytes += next.value.length
    }
    const all = held.length === 1 ? held[0]! : Buffer.concat(held)
    held = [all.subarray(length)]
    heldBytes -= length
    return all.subarray(0, length)
  }
}
