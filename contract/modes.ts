import { Type, type Static } from 'typebox'
import { CaseLevel } from './cases.ts'
import { contract, words } from './operation.ts'
import { InBoth, InCountyWithId, Nullable, OneOf } from './wire.ts'

/** one line 一条线 · task group 工作专班 · central information, dispersed handling 信息集中、分头处置 · separate tasks 分别派发 */
export const handlingModes = ['line', 'group', 'central', 'separate'] as const
export const HandlingMode = OneOf(handlingModes)

const Reason = words({
  code: OneOf(['alike', 'unlike', 'disputed', 'stable', 'moving', 'level', 'reopened']),
  count: Type.Integer(),
  of: Type.Integer(),
})

export const adviseMode = contract('adviseMode', {
  summary: 'By which mode and on which level matters like this one are best handled, from how they went in the desk’s jurisdiction, with the numbers',
  params: InCountyWithId,
  reply: words({
    advice: Nullable(words({ mode: HandlingMode, level: CaseLevel, reasons: Type.Array(Reason) }), { description: 'null: too few were closed, or it has no category' }),
    cases: Type.Integer({ description: 'closed ones of its category there' }),
    where: Nullable(InBoth),
    advised: Type.Integer({ description: 'dispatches of such matters that were advised on' }),
    followed: Type.Integer({ description: 'of them, those that went as was advised' }),
  }),
})

export type HandlingMode = Static<typeof HandlingMode>
