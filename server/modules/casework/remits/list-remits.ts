import { listRemits } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { knownRemits } from './recall-remits.ts'

/** What a body may do by law is public among staff. */
export default operation(listRemits, staff('organisation.read'), async (call) => {
  const { params: { county }, query } = call
  const [remits, categories] = await Promise.all([knownRemits(call, county), knownCategories(call, county)])
  const items = remits.filter((one) => one.body === query.body)
  return { items: items.map(({ id, category, words, ground }) => ({ id, category, categoryName: categoryName(categories.get(category ?? '')), words, ground })) }
})
