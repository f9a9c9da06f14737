// Files that look like pictures and are none, or other ones than they say.
import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** A PNG of a size that it need not hold. */
export function png(width: number, height: number, data: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const chunk = (name: string, inside: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), inside])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(inside.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

/** The head of an ISO base media file, with noise behind it. */
export function isoFile(major: string, compatible: string[]): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(16 + 4 * compatible.length)
  return Buffer.concat([length, Buffer.from(`ftyp${major}\0\0\0\0${compatible.join('')}`), randomBytes(2_000)])
}
