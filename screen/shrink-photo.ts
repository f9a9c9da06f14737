/** The longest side, in pixels, that goes over the air: the server keeps no more. */
const sideMax = 2048
const quality = 0.86

export interface Shrunk {
  picture: Blob
  width: number
  height: number
}

/** Why a file can't be used as a photo; each has its words. */
export class Unusable extends Error {
  readonly why: 'heic' | 'picture'
  constructor(why: 'heic' | 'picture') {
    super(why)
    this.why = why
  }
}

/**
 * Turns what the camera or the album gave into a JPEG of at most 2048 pixels, upright and without its metadata.
 * @throws Unusable where the browser can't read it: most can't read HEIC, which iPhones write.
 */
export async function shrinkPhoto(file: File): Promise<Shrunk> {
  const bitmap = await decode(file)
  try {
    const share = Math.min(1, sideMax / Math.max(bitmap.width, bitmap.height))
    const width = Math.max(1, Math.round(bitmap.width * share))
    const height = Math.max(1, Math.round(bitmap.height * share))
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width, height })
    const pen = canvas.getContext('2d')
    if (!pen) throw new Unusable('picture')
    // A transparent picture would otherwise turn black.
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, width, height)
    pen.imageSmoothingQuality = 'high'
    pen.drawImage(bitmap, 0, 0, width, height)
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (!picture) throw new Unusable('picture')
    return { picture, width, height }
  } finally {
    bitmap.close()
  }
}

async function decode(file: File): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    throw new Unusable(isHeic(file.name, file.type, new Uint8Array(await file.slice(0, 16).arrayBuffer())) ? 'heic' : 'picture')
  }
}

/** Told by the name, by the type, or by the first bytes, since phones often give neither of the others. */
export function isHeic(name: string, type: string, head: Uint8Array): boolean {
  const box = String.fromCharCode(...head.slice(4, 12))
  return /\.hei[cf]$/i.test(name) || /^image\/hei[cf]/i.test(type) || /^ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/.test(box)
}
