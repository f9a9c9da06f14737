import { rateTipOff } from '#contract/tip-offs.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { rateAs } from '../matters/rate-matter.ts'
import { openTipOff } from './open-tip-off.ts'

export default operation(rateTipOff, anyone, async (call) => {
  const opened = await openTipOff(call)
  const { contacted, solved, satisfied, words } = call.body
  await rateAs({ ...call, ...opened }, { contacted, solved, satisfied, words })
  return {}
})
