import { county, team, type categories, type CastBody } from '#server/demo/cast.ts'
import { firstDue, isRunning, nextLook } from '#server/modules/casework/clocks/clock.ts'
import { appellant, beginning, storyId, type Story } from './stories.ts'

/** The columns that are filled, by table. */
export const columns = {
  cases: 'county, id, number, year, state, level, town, village, grid, category, desk, title, version, policy, publicity, public_words, public_photos, received_at, changed_at, due_at, due_kind, queue_at, breached, paused, outcome, closed_at, answered_at',
  appeals: 'county, id, case_id, person, channel, words, address, sent, received_at',
  case_bodies: 'county, body, case_id, received_at',
  tasks: 'county, id, case_id, body, role, state, handler, instruction, assigned_by, assigned_at, due_at, queue_at, started_at, ended_at, outcome',
  clocks: 'county, id, case_id, task, kind, body, span, started_at, due_at, provisional, pauses, warn_at, warned_at, breached_at, ended_at, next_at',
  entries: 'county, id, case_id, task, kind, audience, words, photos, person, at',
  ratings: 'county, case_id, person, contacted, solved, satisfied, at',
  facts: 'county, subject, kind, version, person, post, body, at, detail',
  notices: 'county, id, person, app, kind, subject_kind, subject, detail, at, read_at',
} as const
export type Table = keyof typeof columns

type Value = string | number | boolean | null
export type StoryRows = Record<Table, Value[][]>

/** What stands for what each case has of its own, beside ids and times. */
export const own = { number: '{number}', year: '{year}', address: '{address}', readAt: '{read}' }

const noticeIds = 400
const endOfTime = '9999-12-31T00:00:00Z'

/** The rows that a story leaves, as the house would have written them. */
export function rowsOf({ file, steps }: Story, category: (typeof categories)[number], committee: CastBody, grid: number, words: string): StoryRows {
  const id = storyId(0)
  const receivedAt = new Date(beginning).toISOString()
  const due = firstDue(file.clocks)
  const atOf = (kind: string) => steps.find((step) => step.event.kind === kind)?.at ?? null
  const isPublic = file.publicity === 'public'
  const dueOf = (task: string) => file.clocks.find((clock) => clock.task === task && isRunning(clock))?.dueAt ?? null
  const holders = [...new Set([committee.id, file.desk, ...file.tasks.map((task) => task.body)])]
  const rating = steps.find((step) => step.event.kind === 'case.rated')
  return {
    cases: [[
      county, id, own.number, own.year, file.state, file.level, Math.floor(committee.region / 10) + 1, committee.region, grid, category.key, file.desk,
      words.slice(0, 40), file.version, file.policy, file.publicity, isPublic ? words : null, isPublic ? '{}' : null, receivedAt, steps.at(-1)!.at,
      due?.dueAt ?? null, due?.kind ?? null, due?.dueAt ?? endOfTime, file.clocks.some((clock) => isRunning(clock) && clock.breachedAt !== null),
      file.paused, file.outcome, atOf('case.closed'), atOf('case.answered'),
    ]],
    appeals: [[county, storyId(noticeIds - 1), id, appellant, 'resident_app', words, own.address, '\\x00', receivedAt]],
    case_bodies: holders.map((body) => [county, body, id, receivedAt]),
    tasks: file.tasks.map((one) => [
      county, one.id, id, one.body, one.role, one.state, one.handler, one.instruction, one.assignedBy, one.assignedAt, dueOf(one.id),
      dueOf(one.id) ?? endOfTime, one.startedAt, one.endedAt, one.outcome,
    ]),
    clocks: file.clocks.map((one) => [
      county, one.id, id, one.task, one.kind, one.body, JSON.stringify(one.span), one.startedAt, one.dueAt, one.provisional, JSON.stringify(one.pauses),
      one.warnAt, one.warnedAt, one.breachedAt, one.endedAt, nextLook(one),
    ]),
    entries: steps.flatMap(({ said, event, by, at }) => (said ? [[
      county, said.id, id, event.detail.task ?? null, said.kind, said.audience, said.words, '{}', by.person!, at,
    ]] : [])),
    ratings: rating ? [[county, id, appellant, true, 'yes', 5, rating.at]] : [],
    facts: steps.map(({ event, version, by, at }) => [
      county, id, event.kind, version, by.person ?? null, by.post ?? null, by.body ?? null, at, JSON.stringify(event.detail),
    ]),
    notices: noticesOf(steps, id),
  }
}

/** The resident hears of each step of the office, the secretary of each new case, the head of department of each task. */
function noticesOf(steps: Story['steps'], id: string): Value[][] {
  const detail = JSON.stringify({ number: own.number, values: { number: own.number } })
  const heard: Partial<Record<string, [person: string, app: 'resident' | 'office', kind: string]>> = {
    'case.received': [team.secretary.person, 'office', 'staff.new_case'],
    'case.accepted': [appellant, 'resident', 'resident.accepted'],
    'case.dispatched': [team.lampsHead.person, 'office', 'staff.task_assigned'],
    'case.closed': [appellant, 'resident', 'resident.closed'],
    'case.answered': [appellant, 'resident', 'resident.answered'],
  }
  return steps.flatMap(({ event, at }, i) => {
    const of = heard[event.kind]
    return of ? [[county, storyId(noticeIds + i), of[0], of[1], of[2], 'case', id, detail, at, own.readAt]] : []
  })
}
