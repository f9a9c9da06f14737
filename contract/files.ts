import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Id, InCounty, InCountyWithId, OneOf } from './wire.ts'

export const photosMax = 9
export const photoBytesMax = 20 * 1024 * 1024
export const photoPixelsMax = 40_000_000

export const Photo = words({ id: Id, width: Type.Integer(), height: Type.Integer() })

/** `thumb` is 400 pixels at its longest side, `full` at most 2048. */
export const PhotoSize = words({
  size: Type.Optional(OneOf(['thumb', 'full'], { default: 'full' })),
})

export const uploadPhoto = contract('uploadPhoto', {
  summary: 'One photo as multipart/form-data, field `photo`: re-encoded, metadata stripped. The Idempotency-Key is its id',
  params: InCounty,
  reply: Photo,
  refusals: [
    'photo.not_a_picture', 'photo.heic', 'photo.too_many_pixels', 'photo.too_large', 'key_missing', 'key_used_otherwise',
    'too_many_requests', 'busy',
  ],
})

export const readPhoto = contract('readPhoto', {
  summary: "One's own photo, before it is sent with an appeal",
  params: InCountyWithId,
  query: PhotoSize,
  reply: Type.Unknown(),
})

export type Photo = Static<typeof Photo>

/** A table that is read in one message. */
export const tableFile = {
  fileName: Type.String({ minLength: 1, maxLength: 200, description: 'its ending says whether it is CSV, XLSX or, where that is read, JSON Lines' }),
  bytes: Type.String({ minLength: 1, maxLength: 950_000, description: 'base64' }),
}
