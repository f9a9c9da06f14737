import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Day, InBoth, InCounty, Instant, Nullable } from './wire.ts'

export const Digest = words({
  day: Day,
  limit: Type.Integer({ description: 'cards a day, by policy' }),
  decidedToday: Type.Integer({ description: 'by whoever decides for my bodies' }),
  waiting: Type.Integer(),
  beyond: Type.Integer({ description: 'of these, above what is left of the limit today' }),
  oldest: Nullable(Instant, { description: 'when the oldest that waits was asked' }),
  lateRequests: Type.Integer({ description: 'of what waits, beyond its own time' }),
  byOthers: Type.Array(words({ name: Type.String(), count: Type.Integer() }), { description: 'who else decided for my bodies since yesterday' }),
  byRule: Type.Integer({ description: 'dispatched by the routing catalogue since yesterday, nobody asked' }),
  received: Type.Integer({ description: 'within my reach since yesterday' }),
  open: Type.Integer(),
  late: Type.Integer({ description: 'open, with a clock that has run out' }),
  unusual: Type.Array(words({ category: Type.String(), name: InBoth, count: Type.Integer(), usual: Type.Number({ description: 'on so long a stretch of the four weeks before' }) })),
})

export const readDigest = contract('readDigest', {
  summary: 'What a leader must know of the day in a minute: what waits beyond the limit of cards, what others decided or rules did, what is late, what moves unusually',
  params: InCounty,
  reply: Digest,
})

export type Digest = Static<typeof Digest>
