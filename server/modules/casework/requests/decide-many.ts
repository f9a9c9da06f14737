import { decideMany } from '#contract/casework.ts'
import { operation, staff, type Call } from '#server/kernel/operation.ts'
import { Refused } from '#server/kernel/refusal.ts'
import { ruled, undone } from './decision.ts'
import { gateKinds, whyNotRule, whyNotUndo } from './request.ts'
import { ruleOnCase } from './rule-on-case.ts'

type Row = Call<'decideMany'>['body']['requests'][number]

/** Several approved at once, or taken back at once, each a change of its own: one refusal stops none of the others. */
export default operation(decideMany, staff('gate.decide'), async (call) => {
  const results = []
  for (const row of call.body.requests) results.push(await decideOne(call, row))
  return { results }
})

async function decideOne(call: Call<'decideMany'>, row: Row) {
  const one = { ...call, actor: call.actor, params: { county: call.params.county, id: row.case, request: row.request }, version: () => row.version }
  try {
    const { version } = call.body.undo
      ? await ruleOnCase(one, gateKinds, (request, bodies) => whyNotUndo(request, bodies, call.now), ({ on, request }) => undone(on, request))
      : await ruleOnCase(one, gateKinds, whyNotRule, ({ on, request }) => ruled(on, request, { ruling: 'granted' }))
    return { id: row.request, refused: null, version }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { id: row.request, refused: error.code, version: null }
  }
}
