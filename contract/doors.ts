import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { photosMax } from './files.ts'
import { CaseState } from './matters.ts'
import { CallerPhone, Id, InBoth, InCounty, Instant, Name, Nullable, OneOf, Point, Region, Words } from './wire.ts'

/** Doors at which staff write down what somebody else says, or what they see themselves. */
export const staffChannels = ['hotline', 'letter', 'visit', 'staff', 'grid', 'collector', 'paper'] as const
export const StaffChannel = OneOf(staffChannels)

const codeRefusals = ['site_code.not_digits', 'site_code.wrong_length', 'site_code.other_area', 'site_code.unknown_class', 'site_code.unknown_type', 'site_code.needs_picture'] as const

export const enterAppeal = contract('enterAppeal', {
  summary: 'Write down what was said by telephone, letter or visit, or what was seen on patrol. A retried send makes no second one',
  params: InCounty,
  body: words({
    channel: StaffChannel,
    words: Words,
    category: Type.Optional(Type.String({ maxLength: 40 })),
    /** Whose the asset is, by the routing catalogue. */
    owner: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    place: words({ region: Type.Optional(Region), point: Type.Optional(Point), address: Type.Optional(Type.String({ maxLength: 200 })) }),
    photos: Type.Array(Id, { uniqueItems: true, maxItems: photosMax }),
    /** Of a component or an event, by the county's list (readCodes): category and owner come from it, and a picture is needed. */
    code: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    /** Another trouble of a component that has an open case: a case of its own. */
    apart: Type.Optional(Type.Boolean()),
    /** When it was said or seen, where that was before now: clocks run from then. */
    receivedAt: Type.Optional(Instant),
    /** Whoever said it. Nobody: staff saw it themselves, and no resident waits for an answer. */
    appellant: Type.Optional(words({ name: Type.Optional(Name), phone: Type.Optional(CallerPhone) })),
    /** The body that it is a complaint about. */
    about: Type.Optional(Id),
    /** Take it in and dispatch it by the routing catalogue at once; gates hold. */
    byPolicy: Type.Optional(Type.Boolean()),
  }),
  reply: words({
    id: Id,
    county: Region,
    number: Type.String(),
    receivedAt: Instant,
    desk: InBoth,
    state: CaseState,
    /** Who leads by the catalogue, where it was dispatched or proposed. */
    lead: Nullable(InBoth),
    joined: Type.Boolean({ description: 'the component has an open case, to which this was added' }),
  }),
  refusals: ['key_missing', 'key_used_otherwise', 'place.missing', 'place.outside', 'category.not_found', 'case.owner_unknown', 'photo.not_yours', 'photo.used', 'masked_value', 'appeal.bad_receipt_time', 'case.body_unknown', ...codeRefusals],
})

export const lookUpCaller = contract('lookUpCaller', {
  summary: 'Who calls: what this number said before, within my reach, newest first',
  params: InCounty,
  body: words({ phone: CallerPhone }),
  reply: words({
    isKnown: Type.Boolean(),
    name: Nullable(Type.String({ description: 'masked' })),
    count: Type.Integer({ description: 'in the last 90 days' }),
    matters: Type.Array(words({ id: Id, number: Type.String(), title: Type.String(), state: CaseState, category: Nullable(InBoth), receivedAt: Instant })),
  }),
})

export type StaffChannel = Static<typeof StaffChannel>
