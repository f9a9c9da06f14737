import type { Operations } from '#contract/index.ts'
import type { Membership } from '#contract/oneself.ts'
import type { NamedRegion, Point } from '#contract/wire.ts'

/** A photo of a draft. Its picture lies on the phone under `id`; `upload` says where it was or is being sent. */
export interface DraftPhoto {
  id: string
  width: number
  height: number
  upload: { county: number; id: string; done: boolean } | null
}

export interface DraftPlace {
  county: number | null
  village: NamedRegion | null
  point: Point | null
  address: string
}

/** What is being said and is not sent yet. */
export interface Draft {
  /** The appeal's id from the first word on: a send that is tried again makes no second appeal. */
  key: string
  begunAt: string
  words: string
  photos: DraftPhoto[]
  place: DraftPlace
  visibility: 'private' | 'public'
  category: string | null
  forOther: { name: string; phone: string } | null
  /** The body that it is a complaint about; absent in a draft that was begun before there was such a thing. */
  about?: string | null
}

export type Appeal = Operations['submitAppeal']['body']
export type Receipt = Operations['submitAppeal']['reply']

/** What is still missing before it can be sent; each has its words and its place on the screen. */
export type Missing = 'words' | 'place' | 'otherName' | 'otherPhone'

export const newDraft = (key: string, at: Date, place: DraftPlace = nowhere): Draft => ({
  key, begunAt: at.toISOString(), words: '', photos: [], place, visibility: 'private', category: null, forOther: null,
})

export const nowhere: DraftPlace = { county: null, village: null, point: null, address: '' }

export const inCommunity = ({ county, village }: Membership): DraftPlace => ({ ...nowhere, county, village })

/** A draft that nobody has put anything into is not worth a place on Home. */
export const isBegun = ({ words, photos }: Draft) => words.trim() !== '' || photos.length > 0

export function whatIsMissing({ words, place, forOther }: Draft): Missing[] {
  const missing: Missing[] = []
  if (words.trim() === '') missing.push('words')
  if (place.county === null || (!place.village && !place.point && place.address.trim() === '')) missing.push('place')
  if (forOther && forOther.name.trim() === '') missing.push('otherName')
  if (forOther && forOther.phone !== '' && !isPhone(forOther.phone)) missing.push('otherPhone')
  return missing
}

export const isPhone = (words: string) => /^1[3-9]\d{9}$/.test(words)

/** The digits of a phone number as people write it: with spaces, dashes or +86. */
export const phoneDigits = (words: string) => words.replace(/^\s*\+?86[\s-]*(?=1)/, '').replace(/\D/g, '').slice(0, 11)

/** The photos that must still go to the county before the appeal can name them. */
export const photosToSend = ({ photos, place }: Draft) =>
  photos.filter(({ upload }) => !upload?.done || upload.county !== place.county)

/** Says that a photo goes to a county under an id of its own there; the same id again where it was begun before. */
export function aimPhoto(photo: DraftPhoto, county: number, newId: () => string): DraftPhoto {
  return photo.upload?.county === county ? photo : { ...photo, upload: { county, id: newId(), done: false } }
}

/** Forgets every upload: the server no longer holds them for this person. */
export const forgetUploads = (draft: Draft): Draft => ({ ...draft, photos: draft.photos.map((photo) => ({ ...photo, upload: null })) })

/** What goes over the wire, once every photo is there. */
export function appealOf({ words, photos, place, visibility, category, forOther, about }: Draft): Appeal {
  const address = place.address.trim()
  return {
    words: words.trim(),
    ...(category && { category }),
    place: {
      ...(place.village && { village: place.village.id }),
      ...(place.point && { point: place.point }),
      ...(address && { address }),
    },
    visibility,
    photos: photos.flatMap(({ upload }) => (upload ? [upload.id] : [])),
    ...(about && { about }),
    ...(forOther && { onBehalfOf: { name: forOther.name.trim(), ...(forOther.phone && { phone: forOther.phone }) } }),
  }
}
