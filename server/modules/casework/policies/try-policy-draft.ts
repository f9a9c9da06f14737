import { tryPolicyDraft } from '#contract/policies.ts'
import type { Mark } from '#server/kernel/keyset.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { calendarOf, namesOf } from '#server/modules/regions/index.ts'
import { reachBook, readDraft } from '../books/edit-draft.ts'
import { numberOf } from '../cases/number.ts'
import type { PolicyRules } from '../cases/policy.ts'
import { chainOf } from '../catalogue/category.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { resolve, type RuleBook } from './layer.ts'
import { noRules } from './recall-policies.ts'
import { addCase, compareClocks, newTrial, tellingExamples, type PastCase } from './trial.ts'
import { pastCaseRows, type PastCaseRow } from './trial.sql.ts'

const casesMax = 5_000
const casesPerPage = 250
const examplesMax = 20
const monthMs = 30.44 * 86_400_000

/** Read page by page, so that others are served in between. */
export default operation(tryPolicyDraft, staff('policy.draft'), async (call) => {
  const { params: { county }, body: { months = 6 }, now } = call
  reachBook(call.actor, 'policy.draft', county)
  const [{ published, content }, calendar, categories] = await Promise.all([
    readDraft(call, 'policy', noRules), calendarOf(call, county), knownCategories(call, county),
  ])
  const rulesOf = (book: RuleBook) => remembered((town, category) => resolve(book, { town, chain: chainOf(categories, category) }))
  const [before, after] = [rulesOf(published), rulesOf(content)]
  const trial = newTrial()
  const since = new Date(now.getTime() - months * monthMs)
  let [mark, oldest, isCut]: [Mark | undefined, Date | null, boolean] = [undefined, null, false]
  for (;;) {
    const rows: PastCaseRow[] = await pastCaseRows(call.db, county, { since, after: mark, limit: casesPerPage })
    for (const row of rows) {
      const one = pastCaseOf(row)
      const [old, next] = [before(one.town, one.category), after(one.town, one.category)]
      addCase(trial, one, compareClocks(one, old, next, calendar, now), old, next)
    }
    const last = rows.at(-1)
    if (last) [mark, oldest] = [{ at: last.received_at, id: last.id }, last.received_at]
    isCut = trial.cases >= casesMax && rows.length === casesPerPage
    if (rows.length < casesPerPage || isCut) break
  }
  const examples = tellingExamples(trial, examplesMax)
  const towns = await namesOf(call, [...new Set(examples.flatMap(({ of }) => of.town ?? []))])
  return {
    cases: trial.cases,
    since: oldest?.toISOString() ?? null,
    isCut,
    moved: trial.moved,
    newlyLate: trial.newlyLate,
    noLongerLate: trial.noLongerLate,
    clocks: [...trial.clocks.values()],
    gates: trial.gates,
    examples: examples.map(({ of, dueBefore, dueAfter, ...one }) => ({
      ...one, id: of.id, number: of.number, town: towns.get(of.town ?? 0) ?? null, category: categoryName(categories.get(of.category ?? '')),
      dueBefore: dueBefore.toISOString(), dueAfter: dueAfter.toISOString(),
    })),
  }
})

/** Many cases share a town and a category. */
function remembered(rulesOf: (town: number | null, category: string | null) => PolicyRules) {
  const known = new Map<string, PolicyRules>()
  return (town: number | null, category: string | null): PolicyRules => {
    const key = `${town} ${category}`
    const rules = known.get(key) ?? rulesOf(town, category)
    known.set(key, rules)
    return rules
  }
}

const pastCaseOf = (row: PastCaseRow): PastCase => ({
  id: row.id, number: numberOf(row), town: row.town, category: row.category, receivedAt: row.received_at, isDispatched: row.is_dispatched, isClosed: row.is_closed,
  clocks: row.clocks.map(({ started_at, ended_at, pauses, ...clock }) => ({
    ...clock, startedAt: new Date(started_at), endedAt: ended_at ? new Date(ended_at) : null,
    pauses: pauses.map(({ from, to }) => ({ from: new Date(from), to: to ? new Date(to) : undefined })),
  })),
})
