import { factsOf } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { actedBy, can, covers, type Actor, type Held, type Reached } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf, Refused, type Refusal } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import type { Vault } from '#server/kernel/vault.ts'
import { contactOf, knownBodies } from '#server/modules/identity/index.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { appellantsOf } from '../matters/appeal.sql.ts'
import { whyNotAtDesk, type Act, type CaseFile } from './case.ts'
import { loadCase, type CaseRow, type Loaded } from './case.sql.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import type { Deciding } from './decision.ts'
import type { CaseEvent } from './event.ts'
import type { Bodies } from './ladder.ts'
import { appealAddress, appealBehalfName, appealBehalfPhone } from '../personal.ts'
import { letTimePass } from '../clocks/let-time-pass.ts'
import { record, type Said } from './record-event.ts'
import { whyNotSay, type Protected } from './reply.ts'
import { whyNotTask, type Task, type TaskAct } from '../tasks/task.ts'

/** The call of an act on a case, as far as every act needs it. */
export interface CaseCall extends Rooms {
  params: { county: number; id: string }
  actor: Actor
  now: Date
  language: 'zh' | 'en'
  version(): number
}

/** What an act sees once the case is locked. */
export interface Acting {
  on: Deciding
  file: CaseFile
  row: CaseRow
  bodies: Bodies
  held: Held
  tx: Queryable
}

interface How<A extends Acting> {
  action: string
  /** Whose holding counts: the body that must be acting. */
  forBody: (file: CaseFile) => string
  /** Does the caller say which version they decided on. A note adds to whatever stands. */
  versioned?: boolean
  said?: Said | undefined
  prepare: (acting: Acting) => A
  whyNot: (acting: A) => Refusal | undefined
  decide: (acting: A) => CaseEvent | Promise<CaseEvent>
}

/** An act of the desk that holds the case. */
export function actAtDesk(call: CaseCall, act: Act, action: string, decide: (acting: Acting) => CaseEvent | Promise<CaseEvent>, said?: Said) {
  return actOnCase(call, {
    action,
    forBody: (file) => file.desk,
    said,
    prepare: (acting) => acting,
    whyNot: ({ file, held }) => whyNotAtDesk(file, act, [held.body]),
    decide,
  })
}

/** An act on one task, by the body that holds it. */
export function actOnTask(
  call: CaseCall & { params: { task: string } },
  act: TaskAct,
  action: string,
  decide: (acting: Acting & { task: Task }) => CaseEvent | Promise<CaseEvent>,
  said?: Said,
) {
  const taskIn = (file: CaseFile) => orRefuse(file.tasks.find((task) => task.id === call.params.task))
  return actOnCase(call, {
    action,
    forBody: (file) => (act === 'release' ? file.desk : taskIn(file).body),
    said,
    prepare: (acting) => ({ ...acting, task: taskIn(acting.file) }),
    whyNot: ({ file, task, held }) => whyNotTask(file, task, act, [held.body]),
    decide,
  })
}

/**
 * The way of every staff act: lock, reach, version, what time did, rule, words, event, rows and fact, in one change.
 * @returns the case's new version
 * @throws Refused not_found beyond reach, changed_meanwhile with what changed, or the rule's no
 */
export async function actOnCase<A extends Acting>(call: CaseCall, how: How<A>): Promise<{ version: number }> {
  const { county, id } = call.params
  const expected = how.versioned === false ? undefined : call.version()
  const [bodies, policies, calendar] = await Promise.all([knownBodies(call, county), knownPolicies(call, county), calendarOf(call, county)])
  return await call.change(county, async (tx) => {
    const found = orRefuse(await loadCase(tx, county, id, 'lock'))
    const held = holdingFor(call.actor, how.action, found.row, how.forBody(found.file))
    if (expected !== undefined && expected !== found.file.version) throw await changedMeanwhile(tx, found, expected, bodies, call.language)
    const loaded = await letTimePass(tx, found, { now: call.now, policies, calendar, bodies })
    const rules = policies.of(loaded)
    const entry = how.said && (how.said.words || how.said.photos?.length) ? (how.said.key ?? uuidv7()) : undefined
    const on: Deciding = { file: loaded.file, rules, timing: { calendar, warnShare: rules.warnShare }, now: call.now, newId: uuidv7, entry }
    const acting = how.prepare({ on, file: loaded.file, row: loaded.row, bodies, held, tx })
    refuseIf(how.whyNot(acting))
    if (how.said?.audience === 'resident') await refusePersonalData(call, tx, how.said.words)
    const event = await how.decide(acting)
    const by = actedBy(call.actor, held)
    const after = await record(call, tx, loaded, event, by, how.said && entry ? { ...how.said, key: entry } : undefined)
    return { version: after.file.version }
  })
}

/** The bodies that may be given work. */
export const openBodies = (bodies: Bodies): ReadonlySet<string> => new Set([...bodies.values()].filter((body) => body.isOpen).map((body) => body.id))

/** A case as authority sees it. */
export const reachedOf = (row: Pick<CaseRow, 'county' | 'town' | 'village' | 'grid' | 'category' | 'bodies'>): Reached => ({
  county: row.county, town: row.town, village: row.village, grid: row.grid, category: row.category, bodies: row.bodies,
})

/** The holding by which the actor does this, best for the body that must act; what they can't even read is not there. */
function holdingFor(actor: Actor, action: string, row: CaseRow, body: string): Held {
  const reached = reachedOf(row)
  const able = actor.holds.filter((held) => held.action === action && covers(held.scope, reached))
  const best = able.find((held) => held.body === body) ?? able[0]
  if (best) return best
  throw new Refused(can(actor, 'case.read', reached) ? 'not_allowed' : 'not_found')
}

/** The second of two learns what changed since the version that they saw. */
export async function changedMeanwhile(tx: Queryable, { file }: Loaded, expected: number, bodies: Bodies, language: 'zh' | 'en'): Promise<Refused> {
  const since = (await factsOf(tx, file.county, file.id)).filter((fact) => (fact.version ?? 0) > expected)
  const nameOf = (body: string | null) => (body && (bodies.get(body)?.name[language] ?? bodies.get(body)?.name.zh)) || null
  const changed = since.map((fact) => ({ kind: fact.kind, at: fact.at.toISOString(), body: nameOf(fact.body) }))
  return new Refused('changed_meanwhile', { version: file.version, changed })
}

async function refusePersonalData({ vault, params: { county, id } }: CaseCall, tx: Queryable, words: string | undefined): Promise<void> {
  refuseIf(whyNotSay(words, await protectedIn(tx, vault, county, id)))
}

/** What of a case's appellants must not leave: for scanning words, never for a screen. */
export async function protectedIn(db: Queryable, vault: Vault, county: number, id: string): Promise<Protected[]> {
  const protectedOnes: Protected[] = []
  for (const one of await appellantsOf(db, county, id)) {
    const contact = await contactOf({ db, vault }, one.person)
    const open = (sealed: Uint8Array | null, field: string) => sealed && vault.open(field, sealed)
    protectedOnes.push({ ...contact, address: open(one.address, appealAddress.name) })
    protectedOnes.push({ name: open(one.behalf_name, appealBehalfName.name), phone: open(one.behalf_phone, appealBehalfPhone.name), address: null })
  }
  return protectedOnes
}
