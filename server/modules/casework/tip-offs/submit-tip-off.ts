import { submitTipOff } from '#contract/tip-offs.ts'
import { constraintOf } from '#server/kernel/database.ts'
import { countTry, type Limit } from '#server/kernel/limits.ts'
import { anyone, operation, type Call } from '#server/kernel/operation.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { Refused } from '#server/kernel/refusal.ts'
import { keepPseudonymous, knownBodies, pseudonymousId } from '#server/modules/identity/index.ts'
import { insertCase, loadCase } from '../cases/case.sql.ts'
import { numberOf, titleOf } from '../cases/number.ts'
import type { Clock } from '../clocks/clock.ts'
import { sentAppeal } from '../matters/appeal.sql.ts'
import { placeIn } from '../matters/locate-place.ts'
import { appealAddress } from '../personal.ts'
import { codeOf } from './code.ts'
import { keepingCode } from './tip-off.sql.ts'
import { beginCase } from '../matters/begin-case.ts'

const perAddress: Limit = { name: 'tip-offs of an address', triesMax: 10, perSeconds: 3_600, refusal: 'too_many_requests' }

type TipOffCall = Call<'submitTipOff', Actor | undefined>

/** Nobody is asked who they are, and nothing tells it: not the session, not the network address, which only counts tries. */
export default operation(submitTipOff, anyone, async (call) => {
  await countTry(call.db, call.vault, perAddress, call.address, call.now)
  const key = call.key()
  const code = codeOf(call.vault.index('tip-off code', key))
  // Staff see the appeal's id: it must not be the key, by which the same send would be answered with the code again.
  const id = pseudonymousId(call.vault, 'tip-off', key)
  try {
    return { ...(await make(call, id, code)), code }
  } catch (error) {
    const before = constraintOf(error) === 'appeals_pkey' ? await sentAppeal(call.db, call.params.county, id) : undefined
    if (!before) throw error
    if (!Buffer.from(before.sent).equals(call.sent)) throw new Refused('key_used_otherwise')
    const [bodies, loaded] = await Promise.all([knownBodies(call, call.params.county), loadCase(call.db, call.params.county, before.case_id, 'look')])
    return { number: numberOf(before), code, receivedAt: before.received_at.toISOString(), replyDueAt: dueOf(loaded!.file.clocks), desk: bodies.get(loaded!.file.desk)!.name }
  }
})

async function make(call: TipOffCall, appeal: string, code: string) {
  const { params: { county }, body, vault, now } = call
  const place = await placeIn(call, county, body.place)
  const { file, event, desk, year } = await beginCase(call, { county, category: body.category ?? null, place, at: now })
  const { id } = file
  const person = pseudonymousId(vault, 'tip-off person', appeal)
  const fact = { county, subject: id, kind: event.kind, version: file.version, by: { person }, at: now, detail: { ...event.detail, values: { channel: 'tip_off' } } }
  const row = await call.change(county, async (tx) => {
    await keepPseudonymous(tx, vault, [{ id: person, name: null }], now)
    await tx.query(keepingCode(county, id, person, vault.hash('tip-off code', code)))
    return await insertCase(tx, { file, year, title: titleOf(body.words), place, receivedAt: now }, {
      id: appeal, person, channel: 'tip_off', words: body.words, photos: [], sent: call.sent, behalfName: null, behalfPhone: null,
      address: body.place.address ? vault.seal(appealAddress.name, body.place.address) : null, lon: body.place.point?.lon ?? null, lat: body.place.point?.lat ?? null,
    }, fact)
  })
  return { number: numberOf({ year, ...row }), receivedAt: now.toISOString(), replyDueAt: dueOf(file.clocks), desk: desk.name }
}

const dueOf = (clocks: readonly Clock[]): string | null => clocks.find((clock) => clock.kind === 'reply')?.dueAt ?? null
