import { photoPixelsMax } from '#contract/files.ts'
import type { Refusal } from '#server/kernel/refusal.ts'

/** The formats that are taken. Whatever a phone's camera or a screenshot gives; nothing that is more than a picture. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic'

/**
 * What bytes say that they are, by their first bytes; a name or a declared type may lie. Other formats that the decoder
 * knows (SVG, TIFF …) are undefined here, and so never reach it.
 */
export function kindOf(bytes: Uint8Array): PictureKind | undefined {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'gif'
  return text(4, 8) === 'ftyp' ? kindOfBrands(brandsOf(bytes)) : undefined
}

/** The brands of an ISO base media file (ISO/IEC 14496-12): the major one, then those that it is compatible with. */
function brandsOf(bytes: Uint8Array): string[] {
  const length = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes.length, 256)
  const starts = [8, ...Array.from({ length: Math.max(0, Math.floor((length - 16) / 4)) }, (_, i) => 16 + i * 4)]
  return starts.map((start) => String.fromCharCode(...bytes.subarray(start, start + 4)))
}

const avif = ['avif', 'avis']
/** HEVC's own brands, and those that name no codec and that iPhones write. */
const heic = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'mif2', 'msf1']

function kindOfBrands(brands: string[]): PictureKind | undefined {
  if (brands.some((brand) => avif.includes(brand))) return 'avif'
  return brands.some((brand) => heic.includes(brand)) ? 'heic' : undefined
}

/** A picture that is larger unpacked than any camera makes is refused by what its head says, before it is unpacked. */
export function whyNotUnpack(size: { width: number; height: number }): Refusal | undefined {
  return size.width * size.height > photoPixelsMax ? 'photo.too_many_pixels' : undefined
}
