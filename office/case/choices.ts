import type { Operations } from '#contract/index.ts'

type Of<T> = readonly T[]
export type DeclineGround = Operations['declineCase']['body']['ground']
export type ReturnGround = Operations['returnTask']['body']['ground']
export type Outcome = Operations['closeCase']['body']['outcome']
export type ExclusionGround = Operations['askExclusion']['body']['ground']
export type EscalationType = Operations['escalateCase']['body']['type']

/** What can be chosen, in the order in which it is offered. The contract's lists come with TypeBox, which screens leave out. */
export const declineGrounds: Of<DeclineGround> = [
  'not_within_powers',
  'court_or_arbitration',
  'petition_procedure',
  'no_facts',
  'repeated',
  'other_law',
]
export const returnGrounds: Of<ReturnGround> = [
  'not_our_duty',
  'not_our_area',
  'not_our_asset',
  'lacks_facts',
  'needs_higher_level',
]
export const outcomes: Of<Outcome> = ['solved', 'explained', 'refused', 'planned']
export const escalationTypes: Of<EscalationType> = [
  'beyond_powers',
  'beyond_means',
  'several_bodies',
  'ownership_unclear',
  'urgent',
]
export const exclusionGrounds: Of<ExclusionGround> = ['out_of_scope', 'unreasonable', 'not_as_reported', 'duplicate', 'other_procedure']
