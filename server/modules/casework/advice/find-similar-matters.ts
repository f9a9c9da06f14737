import { findSimilarMatters } from '#contract/advice.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { locatePoint, namesOf } from '#server/modules/regions/index.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { numberOf } from '../cases/number.ts'
import { saidOf, weighed } from './model.ts'
import { daysBack, nearAlike } from './near-alike.ts'
import { recallModel } from './recall-model.ts'
import { neighboursForResident } from './similar.sql.ts'

const shownMax = 3
const shownWords = 120
const dayMs = 86_400_000

/** Before something is sent: is it known already? Shown is what is public, by its public words, and what is one's own. */
export default operation(findSimilarMatters, anyone, async (call) => {
  const { county } = call.params
  const { words, point } = call.body
  const person = call.actor?.app === 'resident' ? call.actor.person : undefined
  const placed = point && (await locatePoint(call, county, point))
  const [known, categories] = await Promise.all([recallModel(call, county, 'category'), knownCategories(call, county)])
  const category = call.body.category ?? (known?.model && weighed(known.model, saidOf(words))[0]?.label) ?? null
  const village = placed?.village ?? call.body.village ?? null
  const around = { county, village, point: point ?? null, since: new Date(call.now.getTime() - daysBack * dayMs) }
  const neighbours = await neighboursForResident(call.db, around, person)
  const subject = { words, category, lon: point?.lon ?? null, lat: point?.lat ?? null, at: call.now.getTime() }
  const found = nearAlike(subject, neighbours, shownMax)
  const villages = await namesOf(call, [...new Set(found.flatMap((one) => one.village ?? []))])
  return {
    items: found.map((one) => ({
      county, id: one.id, number: numberOf(one), words: shortened(one.words), state: one.paused ? ('asked' as const) : one.state,
      category: categoryName(categories.get(one.category ?? '')), receivedAt: one.received_at.toISOString(),
      village: villages.get(one.village ?? 0) ?? null, photo: one.photo, mine: one.mine,
    })),
  }
})

const shortened = (words: string) => (words.length > shownWords ? `${words.slice(0, shownWords - 1)}…` : words)
