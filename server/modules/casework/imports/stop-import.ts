import { stopImport } from '#contract/imports.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { stopAt } from './import.sql.ts'
import { reachCounty, reachImport } from './reach-import.ts'

export default operation(stopImport, staff('case.import'), async ({ params: { county, id }, actor, change, now }) => {
  await change(county, async (tx) => {
    const { state } = await reachImport(tx, actor, { county, id }, 'lock')
    if (state === 'stopped') return
    refuseIf(state === 'done' || state === 'refused' ? 'import.over' : undefined)
    const { post, body } = reachCounty(actor, county)
    await stopAt(tx, county, id, now)
    await tell(tx, { county, subject: id, kind: 'import.stopped', by: { person: actor.person, post, body }, at: now })
  })
  return {}
})
