import type { Database } from '#server/kernel/database.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { consentsOf } from './person.sql.ts'
import { needsConsent } from './privacy.ts'

/**
 * Nothing more is kept of a resident who has not agreed to the privacy notice in force. Only a yes is remembered, which
 * stays true as long as this program's notice.
 * @throws Refused consent.needed
 */
export async function refuseWithoutConsent({ db, memory }: { db: Database; memory: Memory }, person: string): Promise<void> {
  const hasAgreed = await memory.recall('consented', person, async () => !needsConsent('resident', await consentsOf(db, person)), (kept) => kept)
  refuseIf(hasAgreed ? undefined : 'consent.needed')
}
