import type { Span } from '#server/kernel/working-time.ts'

/** The rules for a case: those of its town and category in the version that it began under (policies/layer.ts). */
export interface Policy {
  version: number
  rules: PolicyRules
}

/** A new rule also belongs into contract/policy-fields.ts, so that counties can set it. */
export interface PolicyRules {
  /** From receipt to the first word to the resident. */
  reply: Span
  /** From receipt to the first work note. */
  start: Span
  /** The same, from being sent up. */
  startAfterEscalation: Span
  /** From acceptance to closing. */
  resolve: Span
  /** From assignment to the body's report, unless the dispatch says otherwise. */
  task: Span
  /** From a proposal to the leader's decision. */
  gate: Span
  /** From being asked whose a case is to the word of the body that was asked. */
  ownership: Span
  /** From being asked to look on site to what was found there. */
  look: Span
  /** From closing to the answer. */
  answer: Span
  /** From being put on a call-back list to the call that settles it. */
  callback: Span
  /** The share of the time after which a warning comes. */
  warnShare: number
  askBackDaysMax: number
  rateWithinDays: number
  /** What waits for a leader's decision: the leader of the desk that proposes it, or of the county. */
  gates: { dispatch: Gate; close: Gate }
  /** What is closed only after somebody found on site that it is put right 核查. */
  siteCheck: CheckRule
  /** So many cards a day a leader is to decide; what is above waits in the digest. It holds nothing up. */
  cardsADay: number
  /** From this hour of the day the bell tells leaders that the digest is there. */
  digestHour: number
  /** How far one key up may lead: to the next desk only, or to any that stands above. */
  up: 'next' | 'any'
  /** Of the cases that were answered and not rated in time, the share that is called back; of those not solved, all are. */
  callbackShare: number
  /** May the resident wish that others see it. */
  mayBePublic: boolean
  /** Returns that a desk decides by itself; the next one goes to the arbiter, the desk above. */
  returnsBeforeArbiter: number
  /** In working days, together, that a task's time may be made longer. */
  extensionDaysMax: number
  /** In days from the answer, that the resident may have it reopened once as of right. */
  reopenWithinDays: number
  /** What is supervised by rule, by the desk above. */
  supervision: SupervisionRules
  /** Of petition matters 信访件, beside the rest. */
  petition: PetitionRules
}

/** Beside what is urged by hand, and what is not solved a second time. */
export interface SupervisionRules {
  /** A time for handling that ran out: of the body that held it. */
  breach: Switch
  /** A matter that its resident has opened again: of its desk. */
  reopening: Switch
  /** An instruction that a leader of a subdistrict or the county writes as they give or send it down: of the body that gets it. */
  instruction: Switch
  /** Accepted, it was reported so often before, by the same person or in the community: of its desk. 0: never. */
  repeats: number
  /** In so many days before. */
  repeatDays: number
}

export type Switch = 'off' | 'on'

/**
 * Statutory limits of the Regulations on Petition Work 信访工作条例 (in force since 1 May 2022), in natural days. A county may ask
 * for less time, never for more.
 */
export interface PetitionRules {
  /** From receipt to the decision whether it is accepted: 15 days (articles 22 and 23). */
  acceptance: Span
  /** From acceptance to the handling opinion that the resident is told: 60 days (article 34). */
  handling: Span
  /** By which the head of the body may lengthen that in complicated matters: 30 days (article 34). */
  extensionDaysMax: number
  /** From the request for review 复查, by the body above: 30 days (article 35). */
  review: Span
  /** From the request for a second review 复核: 30 days (article 36). */
  secondReview: Span
}

export type Gate = 'none' | 'desk' | 'county'
/** `coded`: components and events that collectors reported. */
export type CheckRule = 'unchecked' | 'coded' | 'every'

/** The rules of one subdistrict in district B (SQT-5), where a county has set none of its own. */
export const defaultRules: PolicyRules = {
  reply: { hours: 15 },
  start: { workingDays: 1 },
  startAfterEscalation: { workingDays: 3 },
  resolve: { workingDays: 10 },
  task: { workingDays: 5 },
  gate: { workingHours: 4 },
  ownership: { workingDays: 1 },
  look: { workingHours: 8 },
  answer: { workingDays: 1 },
  callback: { workingDays: 3 },
  warnShare: 0.75,
  askBackDaysMax: 15,
  rateWithinDays: 15,
  gates: { dispatch: 'none', close: 'none' },
  siteCheck: 'coded',
  cardsADay: 20,
  digestHour: 8,
  up: 'any',
  callbackShare: 0.2,
  mayBePublic: true,
  returnsBeforeArbiter: 1,
  extensionDaysMax: 10,
  reopenWithinDays: 15,
  supervision: { breach: 'off', reopening: 'off', instruction: 'off', repeats: 0, repeatDays: 30 },
  petition: {
    acceptance: { days: 15 },
    handling: { days: 60 },
    extensionDaysMax: 30,
    review: { days: 30 },
    secondReview: { days: 30 },
  },
}
