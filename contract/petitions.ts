import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Done, Id, InBoth, InCountyWithId, Instant, Nullable, OneOf, Region, ShortWords, Words } from './wire.ts'

/** Petition matters 信访件, after the Regulations on Petition Work 信访工作条例 (2022). */

const Acted = words({ version: Type.Integer() })
const always = ['version_missing', 'changed_meanwhile'] as const
export const opinions = ['uphold', 'change', 'redo'] as const

export const markPetition = contract('markPetition', {
  summary: 'Mark the case as a petition matter: dispatch and closing wait for the leader, and the statutory times run, from the true receipt',
  params: InCountyWithId,
  reply: Acted,
  refusals: [...always, 'case.not_your_desk', 'case.not_open', 'case.petition_already'],
})

export const askPetitionExtension = contract('askPetitionExtension', {
  summary: 'Ask for more of the statutory time, once and before it is late. The body’s leader decides; the resident is told, with the reason',
  params: InCountyWithId,
  body: words({ days: Type.Integer({ minimum: 1, maximum: 30, description: 'natural days' }), words: ShortWords }),
  reply: Acted,
  refusals: [
    ...always, 'case.not_your_desk', 'case.not_petition', 'case.not_accepted', 'case.personal_data_in_words', 'request.already_asked', 'request.extended_already',
    'request.too_late', 'request.too_long',
  ],
})

export const askReview = contract('askReview', {
  summary: 'Not content with the handling of my petition matter: the level above reviews it, and the next one once more. Within 30 days of each opinion',
  params: InCountyWithId,
  body: words({ words: ShortWords }),
  reply: Done,
  refusals: [
    'case.not_petition', 'case.not_answered', 'case.opinion_final', 'case.too_late_for_review', 'case.no_level_above', 'request.already_asked',
  ],
})

export const giveOpinion = contract('giveOpinion', {
  summary: 'The opinion on a review: uphold what was answered, change it, or have the matter handled again. The resident is told',
  params: words({ county: Region, id: Id, request: Id }),
  body: words({ opinion: OneOf(opinions), words: Words }),
  reply: Acted,
  refusals: [...always, 'request.not_yours', 'request.ruled_already', 'case.personal_data_in_words'],
})

/** What the law gives a resident in their petition matter: by when who must act, and what they may ask for. */
export const PetitionOfMatter = words({
  times: Type.Array(words({
    kind: OneOf(['petition_acceptance', 'petition_handling', 'petition_review', 'petition_second_review']),
    body: InBoth, startedAt: Instant, dueAt: Instant, endedAt: Nullable(Instant), late: Type.Boolean(),
  })),
  remedy: Nullable(words({
    kind: OneOf(['petition_review', 'petition_second_review']),
    of: Nullable(InBoth, { description: 'null: the level above does not work on this platform' }),
    until: Instant,
  }), { description: 'what may be asked for now; null: nothing, or it was asked for' }),
})

export type PetitionOfMatter = Static<typeof PetitionOfMatter>
