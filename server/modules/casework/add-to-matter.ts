import { addToMatter } from '#contract/casework.ts'
import { constraintOf } from '#server/kernel/database.ts'
import { operation, refuseOtherUse, resident } from '#server/kernel/operation.ts'
import { Refused } from '#server/kernel/refusal.ts'
import { actOnMatter } from './act-on-matter.ts'
import { addedTo } from './decision.ts'
import { entrySent } from './entry.sql.ts'

export default operation(addToMatter, resident, async (call) => {
  const { words, photos } = call.body
  const key = call.key()
  const { sent } = call
  try {
    await actOnMatter(call, 'add', addedTo, { kind: 'addition', audience: 'resident', words, photos, key, sent })
  } catch (error) {
    const isRepeat = constraintOf(error) === 'entries_pkey' || (error instanceof Refused && error.code === 'photo.used')
    const before = isRepeat ? await entrySent(call.db, call.params.county, key) : undefined
    if (!before) throw error
    refuseOtherUse(before, call)
  }
  return {}
})
