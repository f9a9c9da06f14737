import { rateMatter } from '#contract/casework.ts'
import { operation, resident } from '#server/kernel/operation.ts'
import { actOnMatter } from './act-on-matter.ts'
import { rated } from '../cases/decision.ts'
import { insertRating } from './appeal.sql.ts'

export default operation(rateMatter, resident, async (call) => {
  const { county, id } = call.params
  await actOnMatter(call, 'rate', async (on, tx) => {
    await insertRating(tx, { county, case: id, person: call.actor.person, round: on.file.reopened, at: call.now, ...call.body })
    return rated(on, call.body)
  })
  return {}
})
