import { addToMatter } from '#contract/casework.ts'
import { operation, resident } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actOnMatter } from './act-on-matter.ts'
import { addedTo } from '../cases/decision.ts'
import { whyNotPhotos } from './matter.ts'
import { sayOnce } from '../cases/say-once.ts'

export default operation(addToMatter, resident, async (call) => {
  const { words, photos } = call.body
  const { sent } = call
  refuseIf(whyNotPhotos(photos))
  await sayOnce(call, (key) => actOnMatter(call, 'add', addedTo, { kind: 'addition', audience: 'resident', words, photos, key, sent }), async () => {})
  return {}
})
