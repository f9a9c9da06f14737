import { listReportedActs } from '#contract/identity.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { ask } from '#server/kernel/question.ts'
import { Refused } from '#server/kernel/refusal.ts'
import { caseNumbers } from '../ask-higher-modules.ts'
import { staffNames } from '../find-people.ts'
import { inBoth } from '../region-place.sql.ts'
import { countUnseen, reportedActs } from './report.sql.ts'

/** 先办后报: whoever gave a grant that asks for it sees each act that was done under it. */
export default operation(listReportedActs, staff('grant.read'), async (call) => {
  const { params: { county }, query: { seen = false, after, limit = 30 }, actor, db, answers } = call
  const posts = [...new Set(actor.holds.filter((held) => held.scope.county === county).map((held) => held.post))]
  if (after !== undefined && !/^\d{1,18}$/.test(after)) throw new Refused('bad_input', { fields: [{ path: '/after', message: 'format' }] })
  const before = after === undefined ? undefined : Number(after)
  const rows = await reportedActs(db, county, posts, { seen, before, limit })
  const shown = rows.slice(0, limit)
  const [names, unseen, asked] = await Promise.all([
    staffNames(call, shown.map((row) => row.person)), countUnseen(db, county, posts),
    ask(answers, db, caseNumbers, shown.map((row) => ({ county, case: row.subject }))),
  ])
  const numbers = new Map(asked.flatMap((found) => [...found]))
  const items = shown.map((row) => {
    const number = numbers.get(`${county}/${row.subject}`)
    return {
      id: String(row.seq), kind: row.kind, at: row.at.toISOString(), person: names.get(row.person) ?? '',
      grant: { id: row.grant_id, to: inBoth(row.to_zh, row.to_en), action: row.action, withdrawnAt: row.withdrawn_at?.toISOString() ?? null },
      case: number ? { id: row.subject, number } : null,
      seenAt: row.seen_at?.toISOString() ?? null,
    }
  })
  return { items, next: rows.length > limit ? String(shown.at(-1)!.seq) : null, unseen }
})
