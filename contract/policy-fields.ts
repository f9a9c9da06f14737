/**
 * Every rule that a county may set for itself, with its bounds. Free of TypeBox: the screens read it at run time.
 * What each means stands in the words (`policies.fields.<key>`).
 */
export type Span = { workingDays: number } | { workingHours: number } | { hours: number } | { days: number }
export type SpanUnit = 'workingDays' | 'workingHours' | 'hours' | 'days'

export interface SpanField {
  kind: 'span'
  units: readonly SpanUnit[]
  /** In whichever unit. */
  max: number
}

const anyUnit: readonly SpanUnit[] = ['workingDays', 'workingHours', 'hours', 'days']
const span = (max = 400): SpanField => ({ kind: 'span', units: anyUnit, max })
/** The law counts natural days; a county may ask for less time, never for more. */
const statutory = (max: number): SpanField => ({ kind: 'span', units: ['days'], max })
const count = (min: number, max: number) => ({ kind: 'count', min, max }) as const
const share = (min: number, max: number) => ({ kind: 'share', min, max }) as const

export const gateChoices = ['none', 'desk', 'county'] as const
export const switchChoices = ['off', 'on'] as const
export const checkChoices = ['unchecked', 'coded', 'every'] as const
export const upChoices = ['next', 'any'] as const

export const policyFields = {
  reply: span(),
  start: span(),
  startAfterEscalation: span(),
  resolve: span(),
  task: span(),
  gate: span(),
  ownership: span(),
  look: span(),
  answer: span(),
  callback: span(),
  warnShare: share(0.5, 0.95),
  askBackDaysMax: count(1, 15),
  'gates.dispatch': { kind: 'choice', choices: gateChoices },
  'gates.close': { kind: 'choice', choices: gateChoices },
  up: { kind: 'choice', choices: upChoices },
  siteCheck: { kind: 'choice', choices: checkChoices },
  cardsADay: count(1, 200),
  digestHour: count(0, 23),
  returnsBeforeArbiter: count(0, 5),
  extensionDaysMax: count(0, 60),
  mayBePublic: { kind: 'yesno' },
  rateWithinDays: count(1, 90),
  reopenWithinDays: count(0, 90),
  callbackShare: share(0, 1),
  'supervision.breach': { kind: 'choice', choices: switchChoices },
  'supervision.reopening': { kind: 'choice', choices: switchChoices },
  'supervision.instruction': { kind: 'choice', choices: switchChoices },
  'supervision.repeats': count(0, 50),
  'supervision.repeatDays': count(1, 90),
  'petition.acceptance': statutory(15),
  'petition.handling': statutory(60),
  'petition.extensionDaysMax': count(0, 30),
  'petition.review': statutory(30),
  'petition.secondReview': statutory(30),
} as const

export type PolicyField = keyof typeof policyFields
export const policyFieldKeys = Object.keys(policyFields) as PolicyField[]

type ValueOf<F> = F extends { kind: 'span' } ? Span : F extends { kind: 'choice'; choices: readonly (infer C)[] } ? C : F extends { kind: 'yesno' } ? boolean : number

/** What a layer of a book sets, field by field. */
export type PolicySet = { [F in PolicyField]?: ValueOf<(typeof policyFields)[F]> | undefined }
export type PolicyValue = NonNullable<PolicySet[PolicyField]>

/** In which the screens show them. */
export const policyGroups = {
  clocks: ['reply', 'start', 'startAfterEscalation', 'resolve', 'task', 'gate', 'ownership', 'look', 'answer', 'callback', 'warnShare', 'askBackDaysMax'],
  ways: ['gates.dispatch', 'gates.close', 'siteCheck', 'cardsADay', 'digestHour', 'up', 'returnsBeforeArbiter', 'extensionDaysMax'],
  residents: ['mayBePublic', 'rateWithinDays', 'reopenWithinDays', 'callbackShare'],
  supervision: ['supervision.breach', 'supervision.reopening', 'supervision.instruction', 'supervision.repeats', 'supervision.repeatDays'],
  petition: ['petition.acceptance', 'petition.handling', 'petition.extensionDaysMax', 'petition.review', 'petition.secondReview'],
} as const satisfies Record<string, readonly PolicyField[]>
