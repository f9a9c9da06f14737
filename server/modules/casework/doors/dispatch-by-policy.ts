import { uuidv7 } from '#server/kernel/id.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import { calendarOf, today } from '#server/modules/regions/index.ts'
import { openBodies } from '../cases/act-on-case.ts'
import { loadCase } from '../cases/case.sql.ts'
import { acceptSupervised } from '../cases/accept-supervised.ts'
import { dispatched, type Deciding } from '../cases/decision.ts'
import { record } from '../cases/record-event.ts'
import { chainOf } from '../catalogue/category.ts'
import { knownCategories } from '../catalogue/recall-catalogue.ts'
import { letTimePass } from '../clocks/let-time-pass.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import { asked } from '../requests/decision.ts'
import { leaderFor } from '../requests/leader.ts'
import { catalogueInForce } from '../routing/recall-routing.ts'
import { routeOf } from '../routing/route.ts'
import { whyNotDispatchTo } from '../tasks/task.ts'

/**
 * Takes a case in and gives it to whom the routing catalogue names, without asking the desk (ZHXX-5): the gates that the
 * policy sets still hold. Where nobody is named it stays accepted, at the desk. Done once: a retried send finds it done.
 */
export async function dispatchByPolicy(call: Rooms & { params: { county: number }; actor: Actor; now: Date }, id: string): Promise<void> {
  const { params: { county }, actor, now } = call
  const [bodies, policies, calendar, categories, { content }] = await Promise.all([
    knownBodies(call, county), knownPolicies(call, county), calendarOf(call, county), knownCategories(call, county), catalogueInForce(call, county, now),
  ])
  const held = actor.holds.find((one) => one.action === 'case.dispatch_by_policy')
  if (!held) return
  const by = { person: actor.person, post: held.post, body: held.body }
  await call.change(county, async (tx) => {
    const found = orRefuse(await loadCase(tx, county, id, 'lock'))
    if (found.file.state !== 'received') return
    const late = await letTimePass(tx, found, { now, policies, calendar, bodies })
    const rules = policies.of(late)
    const on = (file: Deciding['file']): Deciding => ({ file, rules, timing: { calendar, warnShare: rules.warnShare }, now, newId: uuidv7 })
    const taken = await record({ now }, tx, late, await acceptSupervised({ on: on(late.file), file: late.file, bodies, tx }, undefined), by)
    const { row, file } = taken
    const open = openBodies(bodies)
    const places = [row.grid, row.village, row.town].filter((place) => place !== null)
    const { entry } = routeOf(content, { chain: chainOf(categories, file.category), places, owner: file.owner, day: today(call) }, (body) => open.has(body))
    const lead = entry?.lead ?? file.desk
    const assists = entry?.assists ?? []
    if (whyNotDispatchTo(file, [lead, ...assists], open)) return
    const leader = leaderFor(actor, on(file), bodies, rules.gates.dispatch)
    const event = leader ? asked(on(file), { kind: 'dispatch', of: leader, by: file.desk, wants: { lead, assists } }) : dispatched(on(file), { lead, assists })
    const byRule = { ...event, detail: { ...event.detail, values: { ...event.detail.values, byPolicy: 'yes' } } }
    await record({ now }, tx, taken, byRule, by)
  })
}
