import { askProvider } from '#contract/identity.ts'
import { countTry } from '#server/kernel/limits.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { fromAddress } from '../sign-in-limits.ts'

export default operation(askProvider, anyone, async ({ identityProvider, db, vault, now, address }) => {
  const provider = orRefuse(identityProvider)
  await countTry(db, vault, fromAddress, address, now)
  return await provider.ask(now)
})
