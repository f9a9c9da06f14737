import { noteReportsSeen } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { keepSeen } from './report.sql.ts'

/** By whose posts the grant was given; what others gave is not there to be noted. */
export default operation(noteReportsSeen, staff('grant.change'), async ({ params: { county }, body, actor, change, now }) => {
  const holds = actor.holds.filter((held) => held.scope.county === county)
  const held = orRefuse(holds.find((one) => one.action === 'grant.change'))
  const posts = [...new Set(holds.map((one) => one.post))]
  const seen = await change(county, async (tx) => {
    const kept = await keepSeen(tx, county, body.acts.map(Number), { posts, person: actor.person, now })
    if (kept.length > 0) await tell(tx, { county, subject: actor.person, kind: 'reports.seen', by: { person: actor.person, post: held.post, body: held.body }, at: now, detail: { acts: kept } })
    return kept.length
  })
  return { seen }
})
