import { countTry, type Limit } from '#server/kernel/limits.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { codeTyped } from './code.ts'
import { tipOffOf } from './tip-off.sql.ts'

const perAddress: Limit = { name: 'tip-off codes of an address', triesMax: 20, perSeconds: 3_600, refusal: 'too_many_requests' }

interface TipOffCall extends Rooms {
  body: { code: string }
  address: string
  now: Date
}

/** What a code opens: the case, and whoever may speak in it. @throws Refused tip_off.no_such_code */
export async function openTipOff(call: TipOffCall): Promise<{ params: { county: number; id: string }; actor: Actor }> {
  const { db, vault, body, now } = call
  await countTry(db, vault, perAddress, call.address, now)
  const row = orRefuse(await tipOffOf(db, vault.hash('tip-off code', codeTyped(body.code))), 'tip_off.no_such_code')
  const actor: Actor = { person: row.person, session: row.case_id, app: 'resident', language: 'zh', until: now, holds: [] }
  return { params: { county: row.county, id: row.case_id }, actor }
}
