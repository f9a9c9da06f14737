import type { FactKind } from '#server/facts/index.ts'
import { factsOf, type Fact } from '#server/kernel/facts.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { reaction } from '#server/kernel/relay.ts'
import { holdsPostIn, personsWho, toBeTold } from '#server/modules/identity/index.ts'
import { notify, type NoticeKind } from '#server/modules/notices/index.ts'
import type { CaseDetail } from '../cases/event.ts'
import { numberOf } from '../cases/number.ts'
import type { Request } from '../requests/request.ts'
import { notifiedRows, type NotifiedRow } from './notify.sql.ts'
import { factsOfRequests, tellingsOfRequests, type Telling } from './of-requests.ts'

/** What the resident is told of, and by which notice. */
const forResident: Partial<Record<FactKind, NoticeKind>> = {
  'case.accepted': 'resident.accepted',
  'case.declined': 'resident.declined',
  'case.asked_back': 'resident.asked_back',
  'case.resumed': 'resident.resumed',
  'case.published': 'resident.published',
  'case.kept_private': 'resident.kept_private',
  'case.dispatched': 'resident.dispatched',
  'case.escalated': 'resident.escalated',
  'case.sent_down': 'resident.sent_down',
  'case.told': 'resident.told',
  'case.closed': 'resident.closed',
  'case.answered': 'resident.answered',
  'task.extended': 'resident.extended',
  'case.petition_marked': 'resident.petition_marked',
  'petition.extended': 'resident.petition_extended',
  'petition.reviewed': 'resident.petition_reviewed',
  'petition.redo_ordered': 'resident.petition_reviewed',
  'case.reopened_by_staff': 'resident.reopened',
}

/** What staff are told of: whoever works at the desk, in the bodies whose tasks it is, or the handler. */
const forStaff: Partial<Record<FactKind, { kind: NoticeKind; to: (detail: CaseDetail, row: NotifiedRow) => { bodies?: string[]; persons?: string[] } }>> = {
  'case.received': { kind: 'staff.new_case', to: theDesk },
  'case.added_to': { kind: 'staff.added_to', to: (_, row) => atWork(row) },
  'case.reported_again': { kind: 'staff.reported_again', to: (_, row) => atWork(row) },
  'case.resumed': { kind: 'staff.resumed', to: (_, row) => atWork(row) },
  // An officer to whom it went straight hears of it, and their body too.
  'case.dispatched': { kind: 'staff.task_assigned', to: (detail) => ({ bodies: detail.tasks?.map((task) => task.body) ?? [], persons: detail.tasks?.flatMap((task) => task.handler ?? []) ?? [] }) },
  'group.formed': { kind: 'staff.task_assigned', to: (detail) => ({ bodies: detail.tasks?.map((task) => task.body) ?? [] }) },
  'group.dissolved': { kind: 'staff.group_dissolved', to: (detail) => ({ bodies: [...(detail.to?.group?.members ?? [])] }) },
  'case.assist_called': { kind: 'staff.task_assigned', to: (detail) => ({ bodies: detail.tasks?.map((task) => task.body) ?? [] }) },
  'case.escalated': { kind: 'staff.escalated', to: theDesk },
  'case.rehomed': { kind: 'staff.new_case', to: theDesk },
  'case.sent_down': { kind: 'staff.sent_down', to: theDesk },
  'task.assigned': { kind: 'staff.handler_named', to: (detail) => ({ persons: detail.tasks?.flatMap((task) => task.handler ?? []) ?? [] }) },
  'task.rehomed': { kind: 'staff.task_rehomed', to: (detail) => ({ bodies: detail.tasks?.map((task) => task.body) ?? [] }) },
  'task.returned': { kind: 'staff.task_returned', to: theDesk },
  'task.reported': { kind: 'staff.task_reported', to: theDesk },
  'case.reworked': { kind: 'staff.reworked', to: (_, row) => atWork(row) },
  'case.withdrawn': { kind: 'staff.withdrawn', to: theDeskAndTheTasks },
  // By hand its desk knows.
  'case.taken_apart': { kind: 'staff.taken_apart', to: (detail, row) => (detail.values?.because ? theDesk(detail, row) : {}) },
  'case.rated': { kind: 'staff.rated', to: theDesk },
  'case.reopened': { kind: 'staff.reopened', to: theDesk },
  'case.reopened_by_staff': { kind: 'staff.reopened_by_staff', to: theDesk },
  'case.instructed': { kind: 'staff.instructed', to: (_, row) => atWork(row) },
  'petition.review_asked': { kind: 'staff.review_asked', to: (detail, row) => ({ bodies: [row.desk, ...(detail.other ? [detail.other] : [])] }) },
  'petition.reviewed': { kind: 'staff.petition_reviewed', to: theDesk },
  'petition.redo_ordered': { kind: 'staff.petition_reviewed', to: theDesk },
  'clock.warned': { kind: 'staff.clock_warned', to: (detail) => ({ bodies: detail.other ? [detail.other] : [] }) },
  'clock.breached': { kind: 'staff.clock_breached', to: (detail, row) => ({ bodies: [row.desk, detail.other, detail.above].filter((body) => body !== undefined) }) },
}

/** The desk that the step gave the case to, though it may have gone on since; else the one that has it. */
function theDesk(detail: CaseDetail, row: NotifiedRow) {
  return { bodies: [detail.to?.desk ?? row.desk] }
}

const atWork = (row: NotifiedRow) => atDeskAnd(row, row.handlers)

/** Also those whose tasks ended with it: nobody should go out for nothing. */
function theDeskAndTheTasks(detail: CaseDetail, row: NotifiedRow) {
  return atDeskAnd(row, detail.tasks ?? [])
}

/** A task that has a handler is theirs to hear of, else its body's. */
const atDeskAnd = (row: NotifiedRow, tasks: readonly { body: string; handler: string | null }[]) => ({
  bodies: [row.desk, ...tasks.filter((one) => !one.handler).map((one) => one.body)],
  persons: tasks.flatMap((one) => one.handler ?? []),
})

/** Tells residents and staff in the app what happened to a case. */
export default reaction({
  name: 'notify of cases',
  on: [...new Set([...Object.keys(forResident), ...Object.keys(forStaff), ...factsOfRequests])] as FactKind[],
  async run(tx, facts, now) {
    const rows = await notifiedRows(tx, [...new Set(facts.map((fact) => fact.county))], [...new Set(facts.map((fact) => fact.subject))])
    const rowOf = new Map(rows.map((row) => [row.id, row]))
    const told = facts.flatMap((fact) => {
      const row = rowOf.get(fact.subject)
      return row ? [{ fact, row, tellings: tellingsOf(fact, row) }] : []
    })
    const people = await peopleOf(tx, told, now)
    const notices = []
    for (const { fact, row, tellings } of told) {
      const resident = forResident[fact.kind]
      if (resident) notices.push(...row.persons.map((person) => noticeOf(fact, row, person, 'resident', resident)))
      for (const telling of tellings) {
        const staff = new Set([
          ...(telling.bodies ?? []).flatMap((body) => people.get(`${fact.county} ${body}`) ?? []),
          ...(telling.persons ?? []),
          ...(telling.leadersOf ? await leadersOf(tx, row, telling.leadersOf, now) : []),
          ...(telling.askerOf ? await askerOf(tx, row, telling.askerOf, now) : []),
        ])
        for (const person of staff) if (person !== fact.person) notices.push(noticeOf(fact, row, person, 'office', telling.kind, telling.values))
      }
    }
    if (notices.length > 0) await notify(tx, notices)
  },
})

function tellingsOf(fact: Fact, row: NotifiedRow): Telling[] {
  const detail = fact.detail as CaseDetail
  const staff = forStaff[fact.kind]
  return [...(staff ? [{ kind: staff.kind, ...staff.to(detail, row) }] : []), ...tellingsOfRequests(fact.kind, detail)]
}

async function peopleOf(tx: Queryable, told: { fact: Fact; tellings: readonly Telling[] }[], now: Date) {
  const people = new Map<string, string[]>()
  for (const county of new Set(told.map(({ fact }) => fact.county))) {
    const bodies = told.filter(({ fact }) => fact.county === county).flatMap(({ tellings }) => tellings.flatMap((one) => one.bodies ?? []))
    if (bodies.length === 0) continue
    for (const [body, persons] of await toBeTold(tx, county, bodies, now)) people.set(`${county} ${body}`, persons)
  }
  return people
}

/** Who decides for a body, its deputies by grant among them, whoever is on duty there. */
async function leadersOf(tx: Queryable, { county, town, village, grid, category }: NotifiedRow, body: string, now: Date): Promise<string[]> {
  const able = await personsWho(tx, 'gate.decide', { county, town, village, grid, category, bodies: [body] }, now)
  const here = await Promise.all(able.map((person) => holdsPostIn(tx, county, body, person, now)))
  return able.filter((_, i) => here[i])
}

/** Who asked, for as long as they have a post there; then whoever hears of the body's news. */
async function askerOf(tx: Queryable, { county, id }: NotifiedRow, request: Request, now: Date): Promise<string[]> {
  const made = (await factsOf(tx, county, id)).find((fact) => (fact.detail as CaseDetail).requests?.some((one) => one.id === request.id))
  if (made?.person && (await holdsPostIn(tx, county, request.by, made.person, now))) return [made.person]
  return (await toBeTold(tx, county, [request.by], now)).get(request.by) ?? []
}

function noticeOf(fact: Fact, row: NotifiedRow, person: string, app: 'resident' | 'office', kind: NoticeKind, more?: Record<string, string>) {
  const { values } = fact.detail as CaseDetail
  return {
    county: fact.county, person, app, kind, subjectKind: 'case', subject: fact.subject, at: fact.at,
    detail: { number: numberOf(row), values: { number: numberOf(row), ...values, ...more } },
  }
}
