import { readTipOff } from '#contract/tip-offs.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { matterOf } from '../matters/read-matter.ts'
import { recallWhole } from '../reading/recall-whole.ts'
import { openTipOff } from './open-tip-off.ts'

export default operation(readTipOff, anyone, async (call) => {
  const { params, actor } = await openTipOff(call)
  const whole = orRefuse(await recallWhole(call, params.county, params.id))
  return await matterOf(call, whole, whole.appeals.find((appeal) => appeal.person === actor.person))
})
