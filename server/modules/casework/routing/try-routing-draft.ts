import { tryRoutingDraft } from '#contract/routing.ts'
import type { Mark } from '#server/kernel/keyset.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { knownBodies, namedBody } from '#server/modules/identity/index.ts'
import { today } from '#server/modules/regions/index.ts'
import { reachBook, readDraft } from '../books/edit-draft.ts'
import { numberOf } from '../cases/number.ts'
import { chainOf } from '../catalogue/category.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { noCatalogue, routeOf, type Catalogue, type Question } from './route.ts'
import { noRoutes, withRoute, type PastRoute, type RouteCounts } from './trial.ts'
import { closedCaseRows, type ClosedCaseRow } from './trial.sql.ts'

const casesMax = 5_000
const casesPerPage = 500
const categoriesMax = 50
const examplesMax = 20
const monthMs = 30.44 * 86_400_000

/** Past cases as if they came in today, with whose the asset was where that was written down. Read page by page, so that others are served in between. */
export default operation(tryRoutingDraft, staff('routing.draft'), async (call) => {
  const { params: { county }, body: { months = 6 }, now } = call
  reachBook(call.actor, 'routing.draft', county)
  const [{ published, content }, bodies, categories] = await Promise.all([
    readDraft(call, 'routing', noCatalogue), knownBodies(call, county), knownCategories(call, county),
  ])
  const isOpen = (body: string) => bodies.get(body)?.isOpen ?? false
  const leadBy = (catalogue: Catalogue) => remembered((asked) => routeOf(catalogue, asked, isOpen).entry?.lead ?? null)
  const [before, after, day] = [leadBy(published), leadBy(content), today(call)]
  const since = new Date(now.getTime() - months * monthMs)
  const byCategory = new Map<string | null, RouteCounts>()
  const moved: { row: ClosedCaseRow; route: PastRoute }[] = []
  let all = noRoutes
  let [mark, oldest, isCut]: [Mark | undefined, Date | null, boolean] = [undefined, null, false]
  for (;;) {
    const rows: ClosedCaseRow[] = await closedCaseRows(call.db, county, { since, after: mark, limit: casesPerPage })
    for (const row of rows) {
      const asked = { chain: chainOf(categories, row.category), places: [row.grid, row.village, row.town].filter((place) => place !== null), owner: row.owner, day }
      const route = { before: before(asked), after: after(asked), solver: row.solver }
      all = withRoute(all, route)
      byCategory.set(row.category, withRoute(byCategory.get(row.category) ?? noRoutes, route))
      if (route.before !== route.after && moved.length < examplesMax) moved.push({ row, route })
    }
    const last = rows.at(-1)
    if (last) [mark, oldest] = [{ at: last.received_at, id: last.id }, last.received_at]
    isCut = all.cases >= casesMax && rows.length === casesPerPage
    if (rows.length < casesPerPage || isCut) break
  }
  const named = (body: string | null) => (body && bodies.has(body) ? namedBody(bodies.get(body)!) : null)
  return {
    ...all,
    since: oldest?.toISOString() ?? null,
    isCut,
    categories: [...byCategory].toSorted(([, a], [, b]) => b.elsewhere - a.elsewhere || b.cases - a.cases).slice(0, categoriesMax)
      .map(([key, counts]) => ({ key, name: categoryName(categories.get(key ?? '')), ...counts })),
    examples: moved.map(({ row, route }) => ({
      id: row.id, number: numberOf(row), category: categoryName(categories.get(row.category ?? '')),
      before: named(route.before), after: named(route.after), solvedBy: named(route.solver),
    })),
  }
})

/** Many cases share a category and a place. */
function remembered(leadOf: (asked: Question) => string | null) {
  const known = new Map<string, string | null>()
  return (asked: Question): string | null => {
    const key = JSON.stringify(asked)
    const found = known.get(key)
    if (found !== undefined) return found
    const lead = leadOf(asked)
    known.set(key, lead)
    return lead
  }
}
