import { call } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { aimPhoto, appealOf, photosToSend, type Draft, type Receipt } from './draft.ts'
import { uploadPhoto } from './upload-photo.ts'

/**
 * Sends a draft: first the photos that are not there yet, then the words under the key that the draft began with.
 * @param keep is told each photo's id before it goes out and once it is there, so that a second try repeats nothing
 * @throws Refused, Unreachable
 */
export async function sendDraft(draft: Draft, keep: (draft: Draft) => Promise<unknown>): Promise<Receipt> {
  const { county } = draft.place
  if (county === null) throw new Error('A draft was sent without a county')
  let now: Draft = { ...draft, photos: draft.photos.map((photo) => aimPhoto(photo, county, newId)) }
  await keep(now)
  for (const photo of photosToSend(now)) {
    await uploadPhoto(photo)
    now = withUploaded(now, photo.id)
    await keep(now)
  }
  return call('submitAppeal', { params: { county }, key: now.key, body: appealOf(now) })
}

export const withUploaded = (draft: Draft, id: string): Draft => ({
  ...draft,
  photos: draft.photos.map((photo) => (photo.id === id && photo.upload ? { ...photo, upload: { ...photo.upload, done: true } } : photo)),
})
