import { readCase, type Case, type Clock as ClockShown, type Masked, type Task as TaskShown } from '#contract/casework.ts'
import { operation, staff, type Call } from '#server/kernel/operation.ts'
import { can, isKeptFrom } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { photosOf } from '#server/modules/files/index.ts'
import { knownBodies, maskedContact, namedBody, personName, personPhone, staffNames } from '#server/modules/identity/index.ts'
import { namesOf } from '#server/modules/regions/index.ts'
import { reachedOf } from '../cases/act-on-case.ts'
import { archivedAt } from '../cases/archive.ts'
import { chainOf } from '../catalogue/category.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { isPaused, isRunning } from '../clocks/clock.ts'
import { allowedUp, downFrom, upFrom, type Bodies } from '../cases/ladder.ts'
import { mayOfCase, mayOfTask } from '../cases/may.ts'
import { numberOf } from '../cases/number.ts'
import { appealAddress, appealBehalfName, appealOriginal } from '../personal.ts'
import { codeShown } from '../codes/show-codes.ts'
import { catalogueInForce } from '../routing/recall-routing.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import { cover } from '../matters/cover.ts'
import { mayWithAppellant } from '../matters/matter.ts'
import { groupShown } from '../groups/show-group.ts'
import { knownRemits } from '../remits/recall-remits.ts'
import { recallWhole } from './recall-whole.ts'
import { requestShown } from '../requests/show-request.ts'
import { readRepeats } from './repeats.sql.ts'
import { stepsOf } from './tell-steps.ts'
import { bytesOf, type AppealJson, type Whole } from './whole.sql.ts'

export default operation(readCase, staff('case.read'), async (call) => {
  const { county, id } = call.params
  const whole = orRefuse(await recallWhole(call, county, id))
  orRefuse(can(call.actor, 'case.read', reachedOf(whole.row)))
  const { row, file } = whole
  const placeIds = [row.county, row.town, row.village, row.grid].filter((one) => one !== null)
  const [bodies, categories, names, photos, regions, appeals, policies, repeats] = await Promise.all([
    knownBodies(call, county), knownCategories(call, county), staffNames(call, staffIn(whole)),
    photosOf(call.db, county, [...whole.appeals, ...whole.entries].flatMap((one) => one.photos)),
    namesOf(call, placeIds),
    Promise.all(whole.appeals.map((appeal) => appealShown(call, appeal, isKeptFrom(call.actor, row.about)))),
    knownPolicies(call, county),
    // What came before it never changes.
    call.memory.recall('repeats', `${county} ${id}`, () => readRepeats(call.db, county, id)),
  ])
  const photoOf = new Map(photos.map((photo) => [photo.id, photo]))
  const desk = bodies.get(row.desk)!
  const rules = policies.of(whole)
  const category = categories.get(row.category ?? '')
  const seen: Case = {
    county, id, number: numberOf(row), state: row.paused ? 'asked' : row.state, level: row.level, version: row.version, policyVersion: row.policy,
    category: category ? { key: category.key, name: categoryName(category)! } : null,
    owner: row.owner ? ((await catalogueInForce(call, county, call.now)).content.owners.find(({ key }) => key === row.owner) ?? { key: row.owner, name: { zh: row.owner } }) : null,
    code: file.code && (await codeShown(call, county, file.code)),
    place: placeIds.flatMap((one) => regions.get(one) ?? []),
    point: pointOf(whole.appeals),
    desk: namedBody(desk),
    deskIsMine: call.actor.holds.some((held) => held.body === desk.id && held.action === 'case.triage'),
    receivedAt: row.received_at.toISOString(),
    about: row.about ? { body: namedBody(bodies.get(row.about)!), isMine: isKeptFrom(call.actor, row.about) } : null,
    publicity: row.publicity,
    publicWords: row.public_words,
    appeals: appeals.map(({ photoIds, ...appeal }) => ({ ...appeal, photos: photoIds.flatMap((photo) => photoOf.get(photo) ?? []) })),
    tasks: file.tasks.map((task) => taskShown(call, whole, bodies, names, task)),
    clocks: file.clocks.flatMap((clock) => clockShown(bodies, clock)),
    requests: file.requests.map((one) => requestShown(one, { bodies, file, entries: whole.entries, actor: call.actor })),
    group: file.group && groupShown(whole, { bodies, names, remits: await knownRemits(call, county), chain: chainOf(categories, row.category) }),
    petition: file.petition,
    excluded: file.excluded,
    plannedUntil: file.plannedUntil,
    reopened: file.reopened,
    archivedAt: archivedAt(file, whole.trail, policies.of(whole), call.now)?.toISOString() ?? null,
    master: whole.master && { id: whole.master.id, number: numberOf(whole.master) },
    merged: whole.merged.map((one) => ({ id: one.id, number: numberOf(one) })),
    residents: whole.residents,
    repeats,
    steps: stepsOf(whole, { bodies, names, photos: photoOf }, 'staff'),
    rating: whole.rating && { ...whole.rating, words: whole.rating.words ?? undefined },
    up: allowedUp(upFrom(bodies, desk), rules.up).map(namedBody),
    down: downFrom(bodies, desk, row).map(namedBody),
    may: mayWithAppellant(row, mayOfCase(call.actor, file, reachedOf(row), (body) => bodies.get(body)!.level, rules)),
  }
  return seen
})

function staffIn({ trail, file }: Whole): string[] {
  const acting = trail.filter((fact) => fact.body !== null).map((fact) => fact.person)
  return [...acting, ...file.tasks.map((task) => task.handler)].filter((person) => person !== null)
}

/** @param isKept who said it is not shown: it is a complaint about the reader's body */
async function appealShown(call: Call<'readCase'>, appeal: AppealJson, isKept: boolean) {
  const contact = await maskedContact(call, appeal.person)
  const own = maskedOf(call, appeal)
  const masked = (value: string | null, field: string, row: string): Masked | null => (value && !isKept ? { value, field, row } : null)
  return {
    id: appeal.id,
    channel: appeal.channel,
    receivedAt: appeal.received_at,
    words: appeal.words,
    original: masked(appeal.original && cover.repeat(3), appealOriginal.name, appeal.id),
    photoIds: appeal.photos,
    name: masked(contact.name, personName.name, appeal.person),
    phone: masked(contact.phone, personPhone.name, appeal.person),
    address: masked(own.address, appealAddress.name, appeal.id),
    onBehalfOf: masked(own.behalfName, appealBehalfName.name, appeal.id),
  }
}

type MaskedParts = Record<'address' | 'behalfName', string | null>
const maskedBefore = new WeakMap<AppealJson, MaskedParts>()

/** What is masked of an appeal itself: made once for as long as the case is remembered, since opening seals takes long. */
function maskedOf({ vault }: Call<'readCase'>, appeal: AppealJson): MaskedParts {
  const known = maskedBefore.get(appeal)
  if (known) return known
  const open = (hex: string | null, field: { name: string; mask: (value: string) => string }) => hex && field.mask(vault.open(field.name, bytesOf(hex)))
  const made = { address: open(appeal.address, appealAddress), behalfName: open(appeal.behalf_name, appealBehalfName) }
  maskedBefore.set(appeal, made)
  return made
}

const pointOf = (appeals: readonly AppealJson[]) => {
  const one = appeals.find((appeal) => appeal.lon !== null && appeal.lat !== null)
  return one ? { lon: one.lon!, lat: one.lat! } : null
}

function taskShown(call: Call<'readCase'>, { file, entries }: Whole, bodies: Bodies, names: ReadonlyMap<string, string>, task: Whole['file']['tasks'][number]): TaskShown {
  const clock = file.clocks.find((one) => one.task === task.id && isRunning(one))
  return {
    id: task.id, role: task.role, state: task.state, body: namedBody(bodies.get(task.body)!),
    handler: task.handler ? { person: task.handler, name: names.get(task.handler) ?? '' } : null,
    instruction: entries.find((entry) => entry.id === task.instruction)?.words ?? null, assignedBy: bodies.get(task.assignedBy)!.name, assignedAt: task.assignedAt,
    dueAt: clock?.dueAt ?? null, startedAt: task.startedAt, outcome: task.outcome,
    mine: call.actor.holds.some((held) => held.body === task.body && held.action === 'task.work'),
    may: mayOfTask(call.actor, file, task, call.now),
  }
}

/** What is nobody's deadline is no clock to whoever reads. */
function clockShown(bodies: Bodies, clock: Whole['file']['clocks'][number]): ClockShown[] {
  const { kind } = clock
  if (kind === 'settle' || kind === 'rate') return []
  return [{
    id: clock.id, kind, task: clock.task, request: clock.request ?? null, body: bodies.get(clock.body)!.name, startedAt: clock.startedAt, dueAt: clock.dueAt,
    endedAt: clock.endedAt, pausedAt: isPaused(clock) ? clock.pauses.at(-1)!.from : null, breachedAt: clock.breachedAt, provisional: clock.provisional,
  }]
}
