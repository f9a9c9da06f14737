import { adviseOnCase, type Learnt } from '#contract/advice.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { knownBodies, namedBody } from '#server/modules/identity/index.ts'
import { placeOfRegion } from '#server/modules/regions/index.ts'
import { reachedOf } from '../cases/act-on-case.ts'
import { downFrom } from '../cases/ladder.ts'
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
  const below = downFrom(bodies, bodies.get(whole.row.desk)!, whole.row)
  return {
    categories: explained(category?.model, said, (key) => categories.get(key)?.ended_at === null)
      .map(({ label, ...one }) => ({ key: label, name: categoryName(categories.get(label))!, ...one })),
    bodies: explained(body?.model, said, (one) => bodies.get(one)?.isOpen ?? false)
      .map(({ label, ...one }) => ({ body: namedBody(bodies.get(label)!), ...one })),
    places: (await Promise.all(places.map(async ({ label, ...one }) => {
      const found = await placeOfRegion(call, Number(label))
      if (!found) return []
      const { village, town } = found.place
      const desk = below.find((other) => other.place.village === village) ?? below.find((other) => other.place.village === null && other.place.town === town)
      return [{ place: found.chain.at(-1)!, desk: desk ? namedBody(desk) : null, ...one }]
    }))).flat(),
    learnt: { category: learntOf(category), body: learntOf(body), place: learntOf(place) },
  }
})

const learntOf = (known: KnownModel | undefined): Learnt | null =>
  known ? { examples: known.examples, correct: known.correct, at: known.learnt_at.toISOString() } : null
