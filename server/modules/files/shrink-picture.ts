import sharp, { type Sharp } from 'sharp'
import { photoPixelsMax } from '#contract/files.ts'
import { Refused, refuseIf } from '#server/kernel/refusal.ts'
import { kindOf, whyNotUnpack } from './picture.ts'
import { takeTurns } from './take-turns.ts'

const fullMax = 2048
const thumbMax = 400
const unpackWithinSeconds = 30

// Unpacked, a picture of forty million pixels takes some 160 MB: two at once, one thread each, none kept.
sharp.concurrency(1)
sharp.cache(false)
const inTurn = takeTurns(2, 30)

export interface Shrunk {
  full: Buffer
  thumb: Buffer
  /** Of the full picture, as it is shown. */
  width: number
  height: number
}

/**
 * Makes the two pictures that are kept: upright, JPEG, in sRGB, of a bounded size, and with nothing but the picture in
 * them (no place, no time, no device).
 * @throws Refused photo.not_a_picture, photo.heic, photo.too_many_pixels; busy when too many wait
 */
export async function shrinkPicture(bytes: Buffer): Promise<Shrunk> {
  const kind = kindOf(bytes)
  if (!kind) throw new Refused('photo.not_a_picture')
  return await inTurn(async () => {
    try {
      refuseIf(whyNotUnpack(await sharp(bytes, { limitInputPixels: false }).metadata()))
      const unpacked = sharp(bytes, { limitInputPixels: photoPixelsMax, failOn: 'error' }).timeout({ seconds: unpackWithinSeconds })
      const full = await within(unpacked.autoOrient(), fullMax, 82)
      const thumb = await within(sharp(full.data), thumbMax, 78)
      return { full: full.data, thumb: thumb.data, width: full.info.width, height: full.info.height }
    } catch (error) {
      if (error instanceof Refused) throw error
      // Damaged, cut off, or in a codec that this build of the decoder does not have.
      throw new Refused(kind === 'heic' ? 'photo.heic' : 'photo.not_a_picture')
    }
  })
}

function within(picture: Sharp, sideMax: number, quality: number) {
  return picture
    .resize({ width: sideMax, height: sideMax, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })
}
