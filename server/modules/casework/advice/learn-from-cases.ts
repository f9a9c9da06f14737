import type { Rooms } from '#server/kernel/rooms.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import { knownCategories } from '../catalogue/recall-catalogue.ts'
import { catalogueInForce } from '../routing/recall-routing.ts'
import { routeOf } from '../routing/route.ts'
import { closedCases, keepModels, kinds, type ClosedCase, type Kind } from './advice.sql.ts'
import { shippedExamples } from './examples.ts'
import { learnBeside } from './learn-beside.ts'
import { saidOf, type Example } from './model.ts'
import { adviceTopic, modelKey } from './recall-model.ts'

const casesMax = 8_000
const lettersMax = 600
const pageSize = 500

/** What a county's categories are called: where it changes there is something new to learn. */
export async function categoriesLearntOf(rooms: Pick<Rooms, 'db' | 'memory'>, county: number): Promise<string> {
  const open = [...(await knownCategories(rooms, county)).values()].filter((row) => row.ended_at === null)
  return open.map((row) => `${row.key} ${row.name_zh}`).toSorted().join('\n')
}

/**
 * Learns anew from a county's newest closed cases, from shipped examples and from what its categories are called. Cases are
 * read page by page and learnt from in a thread of its own; the change at the end is short.
 */
export async function learnFromCases(rooms: Pick<Rooms, 'db' | 'memory' | 'change'>, county: number, now: Date, end?: AbortSignal): Promise<void> {
  const { db, change, memory } = rooms
  const learntOf = await categoriesLearntOf(rooms, county)
  const cases = await readCases(db, county)
  const given = await givenExamples(rooms, county, now)
  const examples: Record<Kind, Example[]> = {
    category: [...given.category, ...examplesOf(cases, (one) => one.category)],
    body: [...given.body, ...examplesOf(cases, (one) => one.lead)],
    place: examplesOf(cases, (one) => (one.village === null ? null : String(one.village))),
  }
  const learnt: Parameters<typeof keepModels>[2][number][] = []
  const failures: unknown[] = []
  for (const kind of kinds) await learnBeside(examples[kind], end).then((one) => learnt.push({ kind, ...one }), (error) => failures.push(error))
  end?.throwIfAborted()
  await change(county, async (tx) => {
    await keepModels(tx, county, learnt, learntOf, now)
    for (const { kind } of learnt) await memory.forget(tx, adviceTopic, modelKey(county, kind))
  })
  // What was learnt before stays; it is tried again when there is something new, not at once.
  if (failures.length > 0) throw failures[0]
}

/** Newest first, so that the bound leaves out the oldest. */
async function readCases(db: Rooms['db'], county: number): Promise<ClosedCase[]> {
  const found: ClosedCase[] = []
  while (found.length < casesMax) {
    const last = found.at(-1)
    const page = await closedCases(db, county, last && { at: last.closed_at, id: last.id }, pageSize, lettersMax)
    found.push(...page)
    if (page.length < pageSize) break
  }
  return found
}

const examplesOf = (cases: readonly ClosedCase[], labelOf: (one: ClosedCase) => string | null): Example[] =>
  cases.flatMap((one) => {
    const label = labelOf(one)
    return label === null ? [] : [{ said: saidOf(one.words), label }]
  })

/** What is known before any case is closed: shipped examples, and what each category is called. Whom the routing catalogue names solves it. */
async function givenExamples(rooms: Pick<Rooms, 'db' | 'memory'>, county: number, now: Date): Promise<Record<'category' | 'body', Example[]>> {
  const open = [...(await knownCategories(rooms, county)).values()].filter((row) => row.ended_at === null)
  const category = open.flatMap(({ key, name_zh, name_en, hint_zh, hint_en }) => {
    const called = [name_zh, name_en, hint_zh, hint_en].filter((text) => text !== null)
    return [...called, ...(shippedExamples[key] ?? [])].map((text): Example => ({ said: saidOf(text), label: key, isShipped: true }))
  })
  const { content } = await catalogueInForce(rooms, county, now)
  const bodies = await knownBodies(rooms, county)
  const asked = (key: string) => ({ chain: [key], places: [], owner: null, day: now.toISOString().slice(0, 10) })
  const leads = new Map(open.map(({ key }) => [key, routeOf(content, asked(key), (id) => bodies.get(id)?.isOpen ?? false).entry?.lead]))
  const body = category.flatMap((one) => (leads.get(one.label) ? [{ ...one, label: leads.get(one.label)! }] : []))
  return { category, body }
}
