import { caseworkFacts } from './casework.ts'
import { exchangeFacts } from './exchange.ts'
import { identityFacts } from './identity.ts'
import { regionsFacts } from './regions.ts'

/**
 * What modules tell each other. A fact that nobody listens to says so: it is kept for the record.
 * `resident: true` are those that the appellant may hear of live.
 */
export const factKinds = { ...regionsFacts, ...identityFacts, ...caseworkFacts, ...exchangeFacts } as const

export type FactKind = keyof typeof factKinds
