import type { Calendar } from '#server/kernel/calendar.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { factsOf, type NewFact } from '#server/kernel/facts.ts'
import { usePhotos } from '#server/modules/files/index.ts'
import { isOver } from '../cases/case.ts'
import { loadCase, type NewAppeal } from '../cases/case.sql.ts'
import type { CaseDetail } from '../cases/event.ts'
import type { Bodies } from '../cases/ladder.ts'
import { record } from '../cases/record-event.ts'
import { letTimePass } from '../clocks/let-time-pass.ts'
import { addAppeal } from '../matters/appeal.sql.ts'
import type { Policies } from '../policies/recall-policies.ts'
import { openCaseOf } from './entered.sql.ts'

interface Reported {
  county: number
  code: string
  appeal: NewAppeal
  /** When it was seen. */
  at: Date
  by: { person: string; post: string; body: string }
  around: { now: Date; policies: Policies; calendar: Calendar; bodies: Bodies }
}

/** A component that is being handled already: what is said now belongs to that case. @returns the case; undefined: there is none */
export async function reportAgain(tx: Queryable, { county, code, appeal, at, by, around }: Reported): Promise<string | undefined> {
  const open = await openCaseOf(tx, county, code)
  const found = open && (await loadCase(tx, county, open, 'lock'))
  if (!found || isOver(found.file.state)) return undefined
  const loaded = await letTimePass(tx, found, around)
  const { id } = loaded.file
  await usePhotos(tx, { county, ids: appeal.photos, person: by.person, usedFor: id })
  await addAppeal(tx, { county, id, at, followedBy: by.body }, appeal)
  await record(around, tx, loaded, { kind: 'case.reported_again', detail: { values: { channel: appeal.channel, appeal: appeal.id } } }, by satisfies NewFact['by'])
  return id
}

/** Was what this key said added to a case that stood. */
export async function wasAdded(db: Queryable, county: number, id: string, key: string): Promise<boolean> {
  return (await factsOf(db, county, id)).some(({ kind, detail }) => kind === 'case.reported_again' && (detail as CaseDetail).values?.appeal === key)
}
