import { Type } from 'typebox'
import { contract, words } from './operation.ts'
import { returnGrounds } from './case-acts.ts'
import { Id, InCountyWithId, OneOf, Region, ShortWords } from './wire.ts'

/** Ownership talk 权属商议: whose case is it. */

const Acted = words({ version: Type.Integer() })
const always = ['version_missing', 'changed_meanwhile'] as const
const RequestOfCase = words({ county: Region, id: Id, request: Id })

export const openOwnershipTalk = contract('openOwnershipTalk', {
  summary: 'Ask bodies whether the case is theirs. Until one takes it and the desk agrees it stays where it is; in the end the level above all of them rules',
  params: InCountyWithId,
  body: words({ bodies: Type.Array(Id, { minItems: 1, maxItems: 10, uniqueItems: true }), words: ShortWords }),
  reply: Acted,
  refusals: [...always, 'case.not_your_desk', 'case.not_accepted', 'case.waits_for_leader', 'case.body_unknown', 'request.already_asked'],
})

export const sayWhose = contract('sayWhose', {
  summary: 'The word of a body that was asked: it takes the case, or it is not theirs, on a ground and with a proposal. Of two that take it the first does',
  params: RequestOfCase,
  body: words({
    takes: Type.Boolean(),
    ground: Type.Optional(OneOf(returnGrounds)),
    proposed: Type.Optional(Id),
    words: Type.Optional(ShortWords),
  }),
  reply: Acted,
  refusals: [...always, 'request.not_yours', 'request.ruled_already', 'request.taken_by_another', 'request.needs_ground', 'case.body_unknown'],
})

export const settleOwnership = contract('settleOwnership', {
  summary: 'The desk agrees with whoever takes the case, or not; or the level above all rules whose it is. At once it goes there',
  params: RequestOfCase,
  body: words({ agreed: Type.Boolean(), lead: Type.Optional(Id), words: Type.Optional(ShortWords) }),
  reply: Acted,
  refusals: [...always, 'request.not_yours', 'request.ruled_already', 'request.no_change', 'case.body_unknown', 'case.body_twice'],
})
