import { addToTipOff } from '#contract/tip-offs.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { addedTo } from '../cases/decision.ts'
import { actOnMatter } from '../matters/act-on-matter.ts'
import { openTipOff } from './open-tip-off.ts'

export default operation(addToTipOff, anyone, async (call) => {
  const opened = await openTipOff(call)
  await actOnMatter({ ...call, ...opened }, 'add', addedTo, { kind: 'addition', audience: 'resident', words: call.body.words })
  return {}
})
