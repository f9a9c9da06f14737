import { exportRouting } from '#contract/routing.ts'
import { operation, staff, type Call } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { knownBodies, type KnownBody } from '#server/modules/identity/index.ts'
import { placesInWords } from '#server/modules/regions/index.ts'
import en from '#words/en/policies.ts'
import zh from '#words/zh/policies.ts'
import { readDraft } from '../books/edit-draft.ts'
import { chainOf } from '../catalogue/category.ts'
import { knownCategories } from '../catalogue/recall-catalogue.ts'
import { tableFile } from '../books/write-table.ts'
import { catalogueInForce } from './recall-routing.ts'
import { noCatalogue, type Catalogue } from './route.ts'
import { columns } from './row.ts'

/** In Chinese whoever asks, headings aside: the names are what importRouting finds things by. */
export default operation(exportRouting, staff('organisation.read'), async (call) => {
  const { params: { county }, query: { draft }, language } = call
  if (draft) orRefuse(can(call.actor, 'routing.draft', { county }), 'not_allowed')
  const { content } = draft ? await readDraft(call, 'routing', noCatalogue) : await catalogueInForce(call, county, call.now)
  const words = (language === 'en' ? en : zh).routing
  const rows = [columns.map((column) => words.columns[column]), ...(await rowsOf(call, content))]
  return tableFile(rows, { plain: 'routing', file: words.file })
})

async function rowsOf(call: Call<'exportRouting'>, { entries, owners }: Catalogue): Promise<string[][]> {
  const { county } = call.params
  const [bodies, categories, places] = await Promise.all([knownBodies(call, county), knownCategories(call, county), placesInWords(call, county)])
  const place = new Map(places.map((one) => [one.id, one]))
  const owner = new Map(owners.map(({ key, name }) => [key, name.zh]))
  const named = (body: KnownBody | undefined) => body?.name.zh ?? ''
  return entries.map((entry) => [
    chainOf(categories, entry.category).toReversed().map((key) => categories.get(key)!.name_zh).join('/'),
    place.get(entry.place ?? 0)?.code ?? '', place.get(entry.place ?? 0)?.names.join('/') ?? '', owner.get(entry.owner ?? '') ?? '',
    entry.from ?? '', entry.until ?? '', named(bodies.get(entry.lead)), entry.assists.map((body) => named(bodies.get(body))).join('、'), entry.ground ?? '',
  ])
}
