import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Id, InCounty, InCountyWithId, Nullable } from './wire.ts'

/** What somebody has to do already. */
const Load = words({ open: Type.Integer({ description: 'open tasks' }), late: Type.Integer({ description: 'of them, beyond their time' }) })

export const BodyLoad = words({
  body: Id,
  ...Load.properties,
  others: Nullable(Type.Number(), { description: 'share of late ones among the open tasks of all other bodies; null: these have none' }),
})

export const readLoad = contract('readLoad', {
  summary: 'How many open tasks each open body of the county holds, how many of them are late, and how it stands beside the others. A minute old at most',
  params: InCounty,
  reply: words({ items: Type.Array(BodyLoad) }),
})

export const readPeoplesLoad = contract('readPeoplesLoad', {
  summary: 'How many open tasks each handler of a body holds, and how many of them are late; whoever is not named has none',
  params: InCountyWithId,
  reply: words({ items: Type.Array(words({ person: Id, ...Load.properties })) }),
})

export type BodyLoad = Static<typeof BodyLoad>
export type Load = Static<typeof Load>
