import { uuidv7 } from '#server/kernel/id.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { digestOf } from '#server/kernel/vault.ts'
import { caseStands, knownCategories, receiveFromOutside, type Ready } from '#server/modules/casework/index.ts'
import type { SignalEvent } from './event.ts'
import { isAbout, joined, repeats, ruleFor, timeOfEvent, wordsOf, type Rule } from './signal.ts'
import { claimEvent, joinedOf, keepSignal, ruleOf, rulesOf, signalsOf, sourceById, wasTakenIn, type SourceRow } from './signal.sql.ts'

const signalsLookedAt = 5

/**
 * Takes in one event, once: it joins the signal that it repeats or begins one, and may open a case by a rule. What is asked of
 * other modules is asked before the change begins; inside, the source's row is held, so that events come one after another.
 * @returns whether it is new
 */
export async function takeInEvent(rooms: Rooms, source: SourceRow, event: SignalEvent, now: Date): Promise<boolean> {
  const { db, change } = rooms
  const { county, id, window_minutes } = source
  const eventId = `${event.origin}\n${event.id}`
  if (await wasTakenIn(db, county, id, eventId)) return false
  const at = timeOfEvent(event.at, now)
  const rules = (await rulesOf(db, county)).filter((row) => row.ended_at === null).map(ruleOf)
  const ready = await readyCases(rooms, source, event, rules, now)
  const thing = { source: id, origin: event.origin, type: event.type, subject: event.subject }
  return await change(county, async (tx) => {
    const held = await sourceById(tx, county, id, 'lock')
    if (!held || held.withdrawn_at !== null) return false
    const rows = await signalsOf(tx, county, thing, signalsLookedAt)
    const stands = await caseStands(tx, county, rows.flatMap((row) => row.case_id ?? []))
    const before = rows.find((row) => repeats({ ...joinedOf(row), caseIsOver: stands.get(row.case_id ?? '')?.isOver ?? false }, at, window_minutes))
    const signal = before?.id ?? uuidv7()
    if (!(await claimEvent(tx, { county, source: id, id: eventId, signal, at: now }))) return false
    const after = joined(before && joinedOf(before), { at, severity: event.severity })
    const rule = before?.case_id ? undefined : ruleFor(rules, id, event.type, after)
    const opening = rule && ready.get(rule.id)
    await keepSignal(tx, county, signal, thing, after, event.said, opening && { rule: rule.id, case: opening.id }, now)
    await opening?.write(tx)
    return true
  })
}

/** The case that each rule would open, ready to be written. A category that has ended since leaves it unsorted: the signal counts more. */
async function readyCases(rooms: Rooms, source: SourceRow, event: SignalEvent, rules: readonly Rule[], now: Date): Promise<Map<string, Ready>> {
  const able = rules.filter((rule) => isAbout(rule, source.id, event.type))
  const categories = able.length > 0 ? await knownCategories(rooms, source.county) : new Map()
  const ready = new Map<string, Ready>()
  for (const rule of able) {
    const category = categories.get(rule.category)
    ready.set(rule.id, await receiveFromOutside(rooms, {
      county: source.county, channel: 'signal', id: uuidv7(), source: `${source.county} signal ${source.id}`, who: null, words: wordsOf(rule.words, event),
      category: category && category.ended_at === null ? rule.category : null, place: { point: event.point, region: source.region, address: event.address },
      sent: digestOf(`${event.origin}\n${event.id}`), values: { client: source.name },
    }, now))
  }
  return ready
}
