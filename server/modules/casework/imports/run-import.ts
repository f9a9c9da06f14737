import { runImport } from '#contract/imports.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { beginAnew } from './import.sql.ts'
import { reachCounty, reachImport } from './reach-import.ts'

/** The worker takes it from here. Asked again it changes nothing. */
export default operation(runImport, staff('case.import'), async ({ params: { county, id }, actor, change, now }) => {
  await change(county, async (tx) => {
    const { state } = await reachImport(tx, actor, { county, id }, 'lock')
    if (state === 'running' || state === 'done') return
    refuseIf(state === 'checked' ? undefined : 'import.not_checked')
    const { post, body } = reachCounty(actor, county)
    await beginAnew(tx, county, id, 'running')
    await tell(tx, { county, subject: id, kind: 'import.begun', by: { person: actor.person, post, body }, at: now })
  })
  return {}
})
