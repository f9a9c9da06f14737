import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { exclusionGrounds } from './requests.ts'
import { publicRates } from './figure-keys.ts'
import { Day, InCounty, NamedBody, NamedRegion, Nullable, OneOf } from './wire.ts'

/** Shares in whole percent: where few are behind them, not even the part is told. */
const PublicRates = Type.Array(words({
  rate: OneOf(publicRates),
  whole: Nullable(Type.Integer(), { description: 'how many it is of; null: too few to be told' }),
  percent: Nullable(Type.Integer({ minimum: 0, maximum: 100 }), { description: 'null where the whole is, or where somebody could be recognised by it' }),
}))

/** A number that is told, or that there were some, and fewer than five. */
const Coarse = words({
  count: Nullable(Type.Integer(), { description: 'null: some, and too few to say how many' }),
})

export const PublicFigures = words({
  month: Type.String(),
  from: Day,
  to: Day,
  /** Months that can be asked for. */
  earliest: Nullable(Type.String(), { description: 'null: nothing is over yet' }),
  latest: Type.String(),
  region: NamedRegion,
  received: Coarse,
  closed: Coarse,
  rates: PublicRates,
  /** Of the cases closed in the month, those that a ruling left out of the rates. */
  excluded: words({
    ...Coarse.properties,
    percent: Nullable(Type.Integer(), { description: 'of what was closed' }),
  }),
  rulings: words({
    granted: Coarse,
    refused: Coarse,
    grounds: Type.Array(words({ ground: OneOf(exclusionGrounds), ...Coarse.properties }), { description: 'on which the granted ones had been asked for' }),
    others: Nullable(Coarse, { description: 'on other grounds, each too seldom to be told; null where there was none' }),
    by: Type.Array(NamedBody, { description: 'who ruled' }),
  }),
  bodies: Type.Array(words({ body: NamedBody, rates: PublicRates, excluded: Coarse })),
  unnamed: Type.Integer({ description: 'bodies that had too few for any number' }),
})

export const readPublicFigures = contract('readPublicFigures', {
  summary: 'Figures of a county and its bodies for everybody: a month that is over, rates with their wholes, how much was left out and why; what is too few is not told',
  params: InCounty,
  query: words({ month: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}$', description: 'a month that is over; the last one where left out' })) }),
  reply: PublicFigures,
})

export type PublicFigures = Static<typeof PublicFigures>
