import { exportRemits } from '#contract/groups.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import en from '#words/en/office-settings.ts'
import zh from '#words/zh/office-settings.ts'
import { chainOf } from '../catalogue/category.ts'
import { knownCategories } from '../catalogue/recall-catalogue.ts'
import { tableFile } from '../books/write-table.ts'
import { knownRemits } from './recall-remits.ts'
import { columns } from './row.ts'

/** In Chinese whoever asks, headings aside: the names are what importRemits finds things by. */
export default operation(exportRemits, staff('organisation.read'), async (call) => {
  const { params: { county }, language } = call
  const words = (language === 'en' ? en : zh).bodies.remits
  const [remits, bodies, categories] = await Promise.all([knownRemits(call, county), knownBodies(call, county), knownCategories(call, county)])
  const rows = remits.flatMap(({ body, category, words: said, ground }) => {
    const of = bodies.get(body)
    const chain = chainOf(categories, category).toReversed().map((key) => categories.get(key)!.name_zh)
    return of?.isOpen ? [[of.name.zh, chain.join('/'), said, ground]] : []
  })
  return tableFile([columns.map((column) => words.columns[column]), ...rows], { plain: 'duties', file: words.file })
})
