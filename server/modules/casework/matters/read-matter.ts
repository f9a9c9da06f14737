import type { Matter, Step } from '#contract/casework.ts'
import { readMatter } from '#contract/casework.ts'
import { anyone, operation, type Call } from '#server/kernel/operation.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { photosOf } from '#server/modules/files/index.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import { calendarOf, namesOf } from '#server/modules/regions/index.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { firstDue, isPaused, kindsForResident } from '../clocks/clock.ts'
import { archivedAt } from '../cases/archive.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import { mayOfMatter } from './matter.ts'
import { numberOf } from '../cases/number.ts'
import { appealAddress } from '../personal.ts'
import { petitionShown } from '../petitions/show-petition.ts'
import { recallWhole } from '../reading/recall-whole.ts'
import { stepsOf } from '../reading/tell-steps.ts'
import { bytesOf, type Whole } from '../reading/whole.sql.ts'

/**
 * One's own matter whole; somebody else's only where it is public, and then without what could tell who they are. What
 * is public is read by anyone, as the list of it is; what is one's own, only in the residents' app.
 */
export default operation(readMatter, anyone, async (call) => {
  const whole = orRefuse(await recallWhole(call, call.params.county, call.params.id))
  const own = call.actor?.app === 'resident' ? whole.appeals.find((appeal) => appeal.person === call.actor?.person) : undefined
  if (!own) orRefuse(whole.row.publicity === 'public' || undefined)
  return await matterOf(call, whole, own)
})

/** A matter as its own resident sees it; or as others do, where nobody's appeal is given. */
export async function matterOf(call: Pick<Call<'readMatter', Actor | undefined>, 'db' | 'memory' | 'vault' | 'config' | 'now'>, whole: Whole, own: Whole['appeals'][number] | undefined): Promise<Matter> {
  const { row, file } = whole
  const shown = own ? own.photos : (row.public_photos ?? [])
  const ids = [...shown, ...whole.entries.filter((entry) => entry.audience === 'resident').flatMap((entry) => entry.photos)]
  const placeIds = [row.county, row.town, row.village, row.grid].filter((one) => one !== null)
  const [bodies, policies, categories, photos, regions] = await Promise.all([
    knownBodies(call, row.county), knownPolicies(call, row.county), knownCategories(call, row.county), photosOf(call.db, row.county, own ? ids : shown),
    namesOf(call, placeIds),
  ])
  const archived = archivedAt(file, whole.trail, policies.of(whole), call.now)
  const photoOf = new Map(photos.map((photo) => [photo.id, photo]))
  const due = firstDue(file.clocks.filter(({ kind }) => kindsForResident.includes(kind)))
  const steps = stepsOf(whole, { bodies, photos: photoOf }, 'resident')
  const leads = file.tasks.filter((task) => task.state !== 'returned' && task.state !== 'ended')
  return {
    county: row.county,
    id: row.id,
    number: numberOf(row),
    mine: own !== undefined,
    state: row.paused ? 'asked' : row.state,
    words: own ? own.words : (row.public_words ?? ''),
    category: categoryName(categories.get(row.category ?? '')),
    address: own?.address ? call.vault.open(appealAddress.name, bytesOf(own.address)) : null,
    point: own && own.lon !== null && own.lat !== null ? { lon: own.lon, lat: own.lat } : null,
    place: placeIds.flatMap((one) => regions.get(one) ?? []).filter((one) => own || one.level <= 5),
    publicity: row.publicity,
    receivedAt: row.received_at.toISOString(),
    desk: bodies.get(row.desk)!.name,
    handledBy: leads.flatMap((task) => bodies.get(task.body)?.name ?? []),
    nextDue: due ? { kind: due.kind, at: due.dueAt, paused: isPaused(due), breached: due.breachedAt !== null } : null,
    photos: shown.flatMap((id) => photoOf.get(id) ?? []),
    steps: own ? steps : steps.flatMap(forOthers),
    rating: whole.rating && own ? { ...whole.rating, words: whole.rating.words ?? undefined } : null,
    archivedAt: archived?.toISOString() ?? null,
    residents: whole.residents,
    joinedTo: whole.master && numberOf(whole.master),
    petition: own && file.petition ? petitionShown(file, bodies, (await calendarOf(call, row.county)).zone, call.now) : null,
    may: own ? mayOfMatter(file, whole.trail, archived !== undefined) : {},
    version: row.version,
  }
}

/** Others see what was done, and of what was said the answer; the verdict stays between the resident and the office. */
function forOthers(step: Step): Step[] {
  if (step.kind === 'case.rated') return []
  return [step.kind === 'case.answered' ? step : { ...step, words: null, photos: [] }]
}
