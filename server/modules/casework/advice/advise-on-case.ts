import { adviseOnCase, type Learnt } from '#contract/advice.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { knownBodies, namedBody } from '#server/modules/identity/index.ts'
import { namesOf } from '#server/modules/regions/index.ts'
import { reachedOf } from '../cases/act-on-case.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { recallWhole } from '../reading/recall-whole.ts'
import { saidOf } from './model.ts'
import { recallModel, type KnownModel } from './recall-model.ts'
import { explained } from './suggestion.ts'

/** What closed cases tell of an open one. A person decides. */
export default operation(adviseOnCase, staff('case.read'), async (call) => {
  const { county, id } = call.params
  const whole = orRefuse(await recallWhole(call, county, id))
  orRefuse(can(call.actor, 'case.read', reachedOf(whole.row)))
  const said = saidOf(whole.appeals[0]?.words ?? '')
  const [category, body, place, categories, bodies] = await Promise.all([
    recallModel(call, county, 'category'), recallModel(call, county, 'body'), recallModel(call, county, 'place'),
    knownCategories(call, county), knownBodies(call, county),
  ])
  const isUnplaced = whole.row.village === null
  const places = isUnplaced ? explained(place?.model, said, () => true) : []
  const villages = await namesOf(call, places.map((one) => Number(one.label)))
  return {
    categories: explained(category?.model, said, (key) => categories.get(key)?.ended_at === null)
      .map(({ label, ...one }) => ({ key: label, name: categoryName(categories.get(label))!, ...one })),
    bodies: explained(body?.model, said, (one) => bodies.get(one)?.isOpen ?? false)
      .map(({ label, ...one }) => ({ body: namedBody(bodies.get(label)!), ...one })),
    places: places.flatMap(({ label, ...one }) => {
      const found = villages.get(Number(label))
      return found ? [{ place: found, ...one }] : []
    }),
    learnt: { category: learntOf(category), body: learntOf(body), place: learntOf(place) },
  }
})

const learntOf = (known: KnownModel | undefined): Learnt | null =>
  known ? { examples: known.examples, correct: known.correct, at: known.learnt_at.toISOString() } : null
