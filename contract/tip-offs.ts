import { Type } from 'typebox'
import { contract, words } from './operation.ts'
import { Matter, Rating } from './matters.ts'
import { Done, InBoth, InCounty, Instant, Nullable, Point, Region, Words } from './wire.ts'

/** A tip-off 匿名举报: nobody is asked who they are; a query code opens its answer. Whoever has the code has the matter. */
const Code = Type.String({ minLength: 12, maxLength: 20, description: 'as it was shown; spaces, dashes and small letters do no harm' })

export const submitTipOff = contract('submitTipOff', {
  summary: 'Report without saying who one is. The reply’s code is the only way back to it. A retried send has the same code',
  params: InCounty,
  body: words({
    words: Words,
    category: Type.Optional(Type.String({ maxLength: 40 })),
    place: words({ region: Type.Optional(Region), point: Type.Optional(Point), address: Type.Optional(Type.String({ maxLength: 200 })) }),
  }),
  reply: words({ number: Type.String(), code: Type.String(), receivedAt: Instant, replyDueAt: Nullable(Instant), desk: InBoth }),
  refusals: ['key_missing', 'key_used_otherwise', 'place.missing', 'place.outside', 'category.not_found', 'too_many_requests'],
})

export const readTipOff = contract('readTipOff', {
  summary: 'What became of a tip-off, by its code',
  body: words({ code: Code }),
  reply: Matter,
  refusals: ['tip_off.no_such_code', 'too_many_requests'],
})

export const addToTipOff = contract('addToTipOff', {
  summary: 'Add words to a tip-off, or answer what was asked',
  body: words({ code: Code, words: Words }),
  reply: Done,
  refusals: ['tip_off.no_such_code', 'too_many_requests', 'case.not_open'],
})

export const rateTipOff = contract('rateTipOff', {
  summary: 'Judge the answer to a tip-off',
  body: words({ code: Code, ...Rating.properties }),
  reply: Done,
  refusals: ['tip_off.no_such_code', 'too_many_requests', 'case.not_answered', 'case.already_rated'],
})
