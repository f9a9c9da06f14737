import type { BadRow } from '#contract/imports.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { tellMany, type NewFact } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { digestOf } from '#server/kernel/vault.ts'
import { keepPseudonymous, pseudonymousId } from '#server/modules/identity/index.ts'
import { unborn } from '../cases/case.ts'
import { levelOf, upFrom } from '../cases/ladder.ts'
import { yearIn } from '../matters/year.ts'
import { appealAddress } from '../personal.ts'
import { historyOf, type Happened } from './history.ts'
import { broughtBy, claimIds, insertImportedCases, type ImportedCase } from './imported.sql.ts'
import type { ImportRecord } from './import.sql.ts'
import type { AllKnown } from './recall-known.ts'
import type { Reading } from './reading.ts'

/** A reading on its way to be a case. */
interface Coming {
  reading: Reading
  case: ImportedCase
  happened: Happened[]
}

export interface TakenIn {
  in: number
  before: number
  bad: BadRow[]
}

/** What rows become: worked out before the change begins, since it needs no lock. */
export function prepareCases({ vault }: Pick<Rooms, 'vault'>, job: ImportRecord, readings: readonly Reading[], known: AllKnown): Coming[] {
  return readings.map((reading) => {
    const { place: { county, ...place }, receivedAt, answer, sourceId } = reading
    const { policies, calendar, bodies } = known.of(county)
    const desk = known.deskAt(reading.place)!
    const { version, rules } = policies.inForce({ town: place.town ?? null, category: reading.category }, receivedAt)
    const before = unborn({ county, id: uuidv7(), level: levelOf(desk), desk: desk.id, category: reading.category, publicity: 'private', policy: version })
    const entry = answer && { at: answer.at, entry: uuidv7() }
    const above = upFrom(bodies, desk)[0]?.id
    const { file, happened } = historyOf(before, { receivedAt, answer: entry }, { rules, timing: { calendar, warnShare: rules.warnShare }, now: known.now, newId: uuidv7, above })
    const person = pseudonymousId(vault, `${job.county} ${job.source}`, reading.pseudonym ? `person ${reading.pseudonym}` : `appeal ${sourceId}`)
    return {
      reading,
      happened,
      case: {
        // One step more: that it was brought in.
        file: { ...file, version: file.version + 1 },
        year: yearIn(calendar.zone, receivedAt), title: reading.title, place, receivedAt, answeredAt: answer?.at ?? null,
        appeal: { id: uuidv7(), person, words: reading.words, address: reading.address ? vault.seal(appealAddress.name, reading.address) : null, sent: digestOf(sourceId) },
        answer: answer && { id: entry!.entry, words: answer.words, person: job.person, at: answer.at },
      },
    }
  })
}

/**
 * Writes what is new of some rows, inside a change. Ids that came in before are left as they are; an id that stands twice in
 * this file is a bad row.
 */
export async function takeIn(tx: Queryable, { vault }: Pick<Rooms, 'vault'>, job: ImportRecord, coming: readonly Coming[], now: Date): Promise<TakenIn> {
  const [firsts, twice] = firstOfEach(coming)
  if (firsts.length === 0) return { in: 0, before: 0, bad: [] }
  const ids = firsts.map(({ reading, case: { file } }) => ({ source_id: reading.sourceId, line: reading.line, case_county: file.county, case_id: file.id }))
  const claimed = await claimIds(tx, { county: job.county, source: job.source, import: job.id }, ids)
  const fresh = firsts.filter(({ reading }) => claimed.has(reading.sourceId))
  const known = firsts.filter(({ reading }) => !claimed.has(reading.sourceId))
  const brought = await broughtBy(tx, job.county, job.source, known.map(({ reading }) => reading.sourceId))
  // Of this import and this line: written before by a stretch that broke off. It was counted then.
  const own = known.filter(({ reading }) => brought.get(reading.sourceId)?.import_id === job.id)
  const again = own.filter(({ reading }) => brought.get(reading.sourceId)?.line !== reading.line)
  const persons = fresh.map((one) => ({ id: one.case.appeal.person, name: one.reading.pseudonym }))
  await keepPseudonymous(tx, vault, persons, now)
  for (const county of [...new Set(fresh.map((one) => one.case.file.county))].toSorted((a, b) => a - b)) {
    const here = fresh.filter((one) => one.case.file.county === county)
    await insertImportedCases(tx, county, here.map((one) => one.case))
    await tellMany(tx, here.flatMap((one) => factsOf(job, one, now)))
  }
  return { in: fresh.length, before: known.length - own.length, bad: [...twice, ...again].map(({ reading }) => twiceAt(reading, job)) }
}

function firstOfEach(coming: readonly Coming[]): [Coming[], Coming[]] {
  const seen = new Set<string>()
  const twice = coming.filter(({ reading }) => seen.size === seen.add(reading.sourceId).size)
  return [coming.filter((one) => !twice.includes(one)), twice]
}

const twiceAt = ({ line, sourceId }: Reading, { mapping }: ImportRecord): BadRow =>
  ({ line, sourceId, faults: [{ code: 'twice', column: mapping.fields.id }] })

/** The trail of a case with its real times, and at its end who brought it in. All of it is told late: nobody is disturbed. */
function factsOf(job: ImportRecord, { reading, case: { file, appeal }, happened }: Coming, now: Date): NewFact[] {
  const of = { county: file.county, subject: file.id }
  const told = happened.map((one, i): NewFact => ({
    ...of, kind: one.kind, version: i + 1, at: one.at, detail: { ...one.detail, toldLate: true },
    by: one.kind === 'case.received' ? { person: appeal.person } : one.kind === 'case.answered' ? { body: file.desk } : {},
  }))
  const values = { source: job.source, sourceId: reading.sourceId, import: job.id }
  return [...told, {
    ...of, kind: 'case.imported', version: file.version, at: now, detail: { values, toldLate: true },
    by: { ...(job.person && { person: job.person }), ...(job.post && { post: job.post }), ...(job.body && { body: job.body }) },
  }]
}
