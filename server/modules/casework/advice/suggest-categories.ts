import { suggestCategories } from '#contract/advice.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { saidOf } from './model.ts'
import { recallModel } from './recall-model.ts'
import { explained } from './suggestion.ts'

/** While somebody writes, signed in or not. Nothing of the words is kept: not in a row, not in the log. */
export default operation(suggestCategories, anyone, async (call) => {
  const { county } = call.params
  const [known, categories] = await Promise.all([recallModel(call, county, 'category'), knownCategories(call, county)])
  const found = explained(known?.model, saidOf(call.body.words), (key) => categories.get(key)?.ended_at === null)
  return { items: found.map(({ label, ...one }) => ({ key: label, name: categoryName(categories.get(label))!, ...one })) }
})
