import type { Operations } from '#contract/index.ts'
import { newId } from '#screen/new-id.ts'
import { noCode, type CodeDraft } from '../codes/code-draft.ts'
import { instantOf } from '../zone-time.ts'

type Sent = Operations['enterAppeal']['body']
export type Channel = Sent['channel']

/** In the order in which they are offered. The contract's list comes with TypeBox, which screens leave out. */
export const channels: readonly Channel[] = ['hotline', 'letter', 'visit', 'staff', 'grid', 'collector', 'paper']

/** What is being written down and is not sent yet. */
export interface EntryDraft {
  /** The appeal's id, kept while it is tried again, so that nothing is written down twice. */
  key: string
  channel: Channel
  /** When it was received, where that was before now. */
  day: string
  clock: string
  phone: string
  name: string
  words: string
  category?: string
  owner?: string
  region?: number
  address: string
  /** The body that it is a complaint about. */
  about?: string
  photos: string[]
  byPolicy: boolean
  /** What a collector reports, by the county's list. */
  code: CodeDraft
  apart: boolean
}

export const emptyEntry = (): EntryDraft => ({
  key: newId(), channel: 'hotline', day: '', clock: '', phone: '', name: '', words: '', address: '', photos: [], byPolicy: true, code: noCode, apart: false,
})

/** The next one of several: the channel and the day it came stay. */
export const nextEntry = ({ channel, day }: EntryDraft): EntryDraft => ({ ...emptyEntry(), channel, day })

/** Written first and keyed in afterwards: their clocks run from when they came. */
export const isBackDated = (channel: Channel) => channel === 'letter' || channel === 'visit' || channel === 'paper'

/** Staff saw it themselves: nobody said it, and no resident waits for an answer. */
export const isSeenByStaff = (channel: Channel) => channel === 'grid' || channel === 'collector' || channel === 'staff'

/** A mobile number, or a landline with its area code: old people ring from home. */
export const isPhone = (phone: string) => /^(?:1[3-9]\d{9}|0[1-9]\d{8,10})$/.test(phone)

/** Digits as they are dialled within the country, whatever stood between them: "+86 139-0000-0001", "+86 10 0000 0101". */
export const dialled = (phone: string) =>
  phone.replaceAll(/\D/g, '').replace(/^(?:0{0,2}86|0)(?=1[3-9]\d{9}$)/, '').replace(/^0{0,2}86(?=10\d{8}$|[2-9]\d{9,10}$)/, '0').slice(0, 12)

/** Is it reported by code. */
export const isCoded = ({ channel, code }: Pick<EntryDraft, 'channel' | 'code'>) => channel === 'collector' && code.by !== 'none'

export type Fault = 'words' | 'place' | 'phone' | 'code' | 'photos'

/** What still keeps it from being sent, in the order of the fields. */
export function faultsOf(draft: EntryDraft, code?: string): Fault[] {
  const { phone, words, region, address, photos } = draft
  const faults: Fault[] = []
  if (phone !== '' && !isPhone(phone)) faults.push('phone')
  if (words.trim() === '') faults.push('words')
  if (region === undefined && address.trim() === '') faults.push('place')
  if (isCoded(draft) && !code) faults.push('code')
  if (isCoded(draft) && photos.length === 0) faults.push('photos')
  return faults
}

/** The draft as the server takes it. */
export function appealOf(draft: EntryDraft, zone: string, mayDispatch: boolean, code?: string): Sent {
  const { channel, day, clock, phone, category, owner, region } = draft
  const [name, address] = [draft.name.trim(), draft.address.trim()]
  return {
    channel,
    words: draft.words.trim(),
    ...(code ? { code, ...(draft.apart && { apart: true }) } : { category, ...(owner && { owner }) }),
    place: { region, address: address || undefined },
    photos: draft.photos,
    about: isSeenByStaff(channel) ? undefined : draft.about,
    receivedAt: isBackDated(channel) && day ? instantOf(day, clock || '12:00', zone) : undefined,
    appellant: phone || name ? { phone: phone || undefined, name: name || undefined } : undefined,
    byPolicy: (mayDispatch && (category ?? code) !== undefined && draft.byPolicy && isSeenByStaff(channel)) || undefined,
  }
}
