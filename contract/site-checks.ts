import { Type } from 'typebox'
import { photosMax } from './files.ts'
import { contract, words } from './operation.ts'
import { Id, InCountyWithId, Region, ShortWords } from './wire.ts'

/** What the desk has looked at on site: what others reported 核实, before it is dispatched; what was done about it 核查, before it is closed. */
const Acted = words({ version: Type.Integer() })

export const askSiteCheck = contract('askSiteCheck', {
  summary: 'Ask a body to look on site: before a dispatch whether it is as reported, after the report whether it is put right',
  params: InCountyWithId,
  body: words({ of: Id, words: Type.Optional(ShortWords) }),
  reply: Acted,
  refusals: ['version_missing', 'changed_meanwhile', 'case.not_your_desk', 'site_check.not_now', 'site_check.own_work', 'request.already_asked', 'case.waits_for_leader', 'case.body_unknown'],
})

export const answerSiteCheck = contract('answerSiteCheck', {
  summary: 'What was found on site, with a picture. What is not put right goes back to its lead',
  params: words({ county: Region, id: Id, request: Id }),
  body: words({
    isSo: Type.Boolean({ description: 'as reported, or put right' }),
    words: Type.Optional(ShortWords),
    photos: Type.Array(Id, { minItems: 1, maxItems: photosMax, uniqueItems: true }),
  }),
  reply: Acted,
  refusals: ['version_missing', 'changed_meanwhile', 'request.not_yours', 'request.ruled_already', 'photo.not_yours', 'photo.used'],
})
