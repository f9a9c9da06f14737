import { signOut } from '#contract/identity.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { forgetSessions } from './forget-authority.ts'
import { endOne } from './session.sql.ts'

/** Whoever has no session is signed out already. */
export default operation(signOut, anyone, async ({ actor, change, memory, now, keepSession }) => {
  if (!actor) return {}
  await change('no county', async (tx) => {
    const ended = await endOne(tx, actor.person, actor.session, now)
    if (ended) await forgetSessions(tx, memory, [ended])
  })
  keepSession(actor.app, undefined)
  return {}
})
