import { actOnMany } from '#contract/casework.ts'
import { operation, staff, type Call } from '#server/kernel/operation.ts'
import { refuseIf, Refused } from '#server/kernel/refusal.ts'
import { holdsPostIn } from '#server/modules/identity/index.ts'
import { actAtDesk, actOnTask } from './act-on-case.ts'
import { acceptSupervised } from './accept-supervised.ts'
import { assigned, taken } from './decision.ts'

type Row = Call<'actOnMany'>['body']['cases'][number]

/** Several at once, each a change of its own: one refusal stops none of the others. */
export default operation(actOnMany, staff('case.read'), async (call) => {
  const results = []
  for (const row of call.body.cases) results.push(await actOnOne(call, row))
  return { results }
})

async function actOnOne(call: Call<'actOnMany'>, row: Row) {
  try {
    const { version } = await act(call, row)
    return { id: row.id, refused: null, version }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { id: row.id, refused: error.code, version: null }
  }
}

function act(call: Call<'actOnMany'>, row: Row): Promise<{ version: number }> {
  const { act: wanted, person } = call.body
  const { county } = call.params
  const one = { ...call, actor: call.actor, params: { county, id: row.id, task: row.task ?? '' }, version: () => row.version }
  if (wanted === 'accept') return actAtDesk(one, 'accept', 'case.triage', (acting) => acceptSupervised(acting, undefined))
  if (wanted === 'take') return actOnTask(one, 'take', 'task.work', ({ on, task }) => taken(on, task, call.actor.person))
  return actOnTask(one, 'assign', 'task.assign', async ({ on, task, tx }) => {
    refuseIf(person && (await holdsPostIn(tx, county, task.body, person, call.now)) ? undefined : 'task.handler_not_in_body')
    return assigned(on, task, person!)
  })
}
