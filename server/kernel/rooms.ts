import type { Logger } from 'pino'
import type { Config } from '#server/config.ts'
import type { Change } from './change.ts'
import type { Database } from './database.ts'
import type { IdentityProvider } from './identity-provider.ts'
import type { Live } from './live.ts'
import type { PersonalField } from './personal.ts'
import type { Answering } from './question.ts'
import type { Memory } from './remembered.ts'
import type { Sms } from './sms.ts'
import type { Store } from './store.ts'
import type { Vault } from './vault.ts'

/** What the house lends to operations, reactions and routines. */
export interface Rooms {
  config: Config
  db: Database
  change: Change
  vault: Vault
  memory: Memory
  store: Store
  sms: Sms
  /** Undefined where staff sign in by password only. */
  identityProvider: IdentityProvider | undefined
  live: Live
  log: Logger
  /** What modules answer to the questions of lower ones (question.ts). */
  answers: readonly Answering[]
  /** Every personal field that a module declares. */
  personalFields: readonly PersonalField[]
  clock: () => Date
}
