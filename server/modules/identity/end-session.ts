import { endSession } from '#contract/identity.ts'
import { operation, signedIn } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { forgetSessions } from './forget-authority.ts'
import { endOne } from './session.sql.ts'

export default operation(endSession, signedIn, async ({ actor, params, change, memory, now }) => {
  await change('no county', async (tx) => {
    const ended = orRefuse(await endOne(tx, actor.person, params.id, now))
    await forgetSessions(tx, memory, [ended])
  })
  return {}
})
