import { lookUpCaller } from '#contract/doors.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can, isKeptFrom } from '#server/kernel/reach.ts'
import { callerOf, maskedContact } from '#server/modules/identity/index.ts'
import { reachedOf } from '../cases/act-on-case.ts'
import { numberOf } from '../cases/number.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { casesOfCaller } from './entered.sql.ts'

const shownMax = 50
const repeatDays = 90
const dayMs = 86_400_000

/** What a number said before, so that the caller need not say it again. */
export default operation(lookUpCaller, staff('appeal.enter'), async (call) => {
  const { params: { county }, body, db, vault, actor, now } = call
  const person = await callerOf(db, vault, body.phone)
  if (!person) return { isKnown: false, name: null, count: 0, matters: [] }
  const [rows, categories, contact] = await Promise.all([casesOfCaller(db, county, person, shownMax), knownCategories(call, county), maskedContact(call, person)])
  const seen = rows.filter((row) => can(actor, 'case.read', reachedOf(row)) && !isKeptFrom(actor, row.about))
  return {
    isKnown: true,
    name: contact.name,
    count: rows.filter((row) => now.getTime() - row.received_at.getTime() < repeatDays * dayMs).length,
    matters: seen.slice(0, 10).map((row) => ({
      id: row.id, number: numberOf(row), title: row.title, state: row.paused ? 'asked' as const : row.state,
      category: categoryName(categories.get(row.category ?? '')), receivedAt: row.received_at.toISOString(),
    })),
  }
})
