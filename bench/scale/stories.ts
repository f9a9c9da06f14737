import { bodies, categories, county, team, type CastBody } from '#server/demo/cast.ts'
import { routingEntries } from '#server/demo/books.ts'
import { stateCalendar } from '#server/kernel/state-calendar.ts'
import type { CaseFile } from '#server/modules/casework/cases/case.ts'
import * as decide from '#server/modules/casework/cases/decision.ts'
import { evolve, type CaseEvent } from '#server/modules/casework/cases/event.ts'
import { defaultRules } from '#server/modules/casework/cases/policy.ts'
import { isRunning } from '#server/modules/casework/clocks/clock.ts'

/** What happens in one case from its receipt on, as the rules of the house decide it. */
export interface Story {
  file: CaseFile
  steps: Step[]
}

interface Step {
  event: CaseEvent
  version: number
  at: string
  by: { person?: string; post?: string; body?: string }
  said?: { id: string; kind: string; audience: 'resident' | 'staff'; words: string }
}

/** Ids of a story are numbers in a row of ids, times lie after this one: fill.ts puts in those of each case. */
export const beginning = Date.parse('2026-01-05T02:00:00Z')
export const storyId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const appellant = '00000000-0000-4000-9000-000000000000'

type Act = 'receive' | 'publish' | 'accept' | 'decline' | 'ask' | 'sendUp' | 'dispatch' | 'take' | 'work' | 'report' | 'close' | 'answer' | 'rate' | 'withdraw'

const toTheEnd: Act[] = ['dispatch', 'take', 'work', 'report', 'close', 'answer', 'rate']

/** How cases end, or how far they have come. */
export const plots = {
  'by a department': ['receive', 'accept', ...toTheEnd],
  'by the committee': ['receive', 'accept', ...toTheEnd],
  'in public': ['receive', 'publish', 'accept', ...toTheEnd],
  'sent up': ['receive', 'accept', 'sendUp', ...toTheEnd],
  declined: ['receive', 'decline'],
  withdrawn: ['receive', 'accept', 'withdraw'],
  received: ['receive'],
  asked: ['receive', 'ask'],
  accepted: ['receive', 'accept'],
  dispatched: ['receive', 'accept', 'dispatch', 'take', 'work'],
  reported: ['receive', 'accept', 'dispatch', 'take', 'work', 'report'],
  closed: ['receive', 'accept', 'dispatch', 'take', 'work', 'report', 'close'],
} satisfies Record<string, Act[]>
export type Plot = keyof typeof plots

type By = 'resident' | 'desk' | 'worker'
interface Telling {
  hours: number
  by: By
  says?: [kind: string, audience: 'resident' | 'staff', words: string]
  event: (on: decide.Deciding, of: { lead: string; above: string }) => CaseEvent
}

const task = (on: decide.Deciding) => on.file.tasks[0]!
const worker = team.lamps.person
const acts: Record<Act, Telling> = {
  receive: { hours: 0, by: 'resident', event: decide.received },
  publish: { hours: 1, by: 'desk', event: (on) => decide.publicationDecided(on, true) },
  accept: { hours: 2, by: 'desk', says: ['acceptance', 'resident', '您好，情况已收到，我们马上联系有关部门处理，请保持电话畅通。'], event: (on) => decide.accepted(on, undefined) },
  decline: { hours: 4, by: 'desk', says: ['declining', 'resident', '经现场核实，您反映的情况不存在。'], event: (on) => decide.declined(on, 'no_facts') },
  ask: { hours: 2, by: 'desk', says: ['question', 'resident', '请问具体是哪一处？方便的话请补充说明。'], event: (on) => decide.askedBack(on, daysAskedMax) },
  sendUp: { hours: 3, by: 'desk', says: ['escalation', 'staff', '线路老化，涉及多个小区，需街道协调。'], event: (on, { above }) => decide.escalated(on, { desk: above, level: 'coordinated', type: 'urgent' }) },
  dispatch: { hours: 5, by: 'desk', says: ['instruction', 'staff', '请今天到现场查看，尽快处理并反馈结果。'], event: (on, { lead }) => decide.dispatched(on, { lead, assists: [] }) },
  take: { hours: 20, by: 'worker', event: (on) => decide.taken(on, task(on), worker) },
  work: { hours: 24, by: 'worker', says: ['note', 'resident', '已到现场查看，所需材料今天下午到，预计明天上午完成。'], event: (on) => decide.noted(on, true, task(on)) },
  report: { hours: 50, by: 'worker', says: ['result', 'staff', '已处理完毕，现场已清理。'], event: (on) => decide.reported(on, task(on), 'solved') },
  close: { hours: 60, by: 'desk', says: ['closing', 'staff', '已电话回访，居民认可。'], event: (on) => decide.closed(on, 'solved') },
  answer: { hours: 61, by: 'desk', says: ['answer', 'resident', '您反映的问题已处理完毕，感谢您的监督。'], event: decide.answered },
  rate: { hours: 90, by: 'resident', event: (on) => decide.rated(on, { contacted: true, solved: 'yes', satisfied: 5 }) },
  withdraw: { hours: 6, by: 'resident', event: decide.withdrawn },
}
const hoursUntilLate = 400
const daysAskedMax = 120

const calendar = stateCalendar()
/** Clocks of open cases run for months, so that none ends while a bench is at work. */
const months = { workingDays: 80 }
const patient = { ...defaultRules, reply: months, start: months, startAfterEscalation: months, resolve: months, task: months, askBackDaysMax: daysAskedMax }

/** Tells a story of a category at a committee's desk. @param isLate every clock that still runs has run out */
export function tell(plot: Plot, category: (typeof categories)[number], committee: CastBody, isLate = false): Story {
  let ids = 1
  const newId = () => storyId(ids++)
  const steps: Step[] = []
  const usual = routingEntries.find((one) => one.category === category.key && one.place === null && one.owner === null)?.lead
  const lead = (plot !== 'by the committee' && usual) || committee.id
  let file: CaseFile = {
    county, id: storyId(0), state: 'received', paused: false, level: 'self', desk: committee.id, category: category.key,
    publicity: plot === 'in public' ? 'wished' : 'private', outcome: null, version: 0, policy: 1, tasks: [], clocks: [], requests: [], petition: false, excluded: false, plannedUntil: null, reopened: 0, master: null, group: null, owner: null, code: null,
  }
  const byOf = (by: By): Step['by'] => {
    if (by === 'resident') return { person: appellant }
    return by === 'desk' ? { person: team.member.person, post: team.member.post, body: file.desk } : { person: worker, post: team.lamps.post, body: lead }
  }
  const go = (hours: number, by: Step['by'], event: (on: decide.Deciding) => CaseEvent, says?: Telling['says']) => {
    const now = new Date(beginning + hours * 3_600_000)
    const said = says && { id: newId(), kind: says[0], audience: says[1], words: says[2] }
    const on = { file, rules: isOver(plot) ? defaultRules : patient, timing: { calendar, warnShare: defaultRules.warnShare }, now, newId, entry: said?.id }
    const decided = event(on)
    file = evolve(file, decided)
    steps.push({ event: decided, version: file.version, at: now.toISOString(), by, ...(said && { said }) })
  }
  for (const name of plots[plot]) {
    const { hours, by, says, event } = acts[name]
    go(hours, byOf(by), (on) => event(on, { lead, above: committee.parent! }), says)
  }
  const late = isLate ? file.clocks.filter((clock) => isRunning(clock) && clock.dueAt !== null) : []
  for (const clock of late) go(hoursUntilLate, {}, (on) => decide.breached(on, clock, bodies.centre.id))
  return { file, steps }
}

export const isOver = (plot: Plot): boolean => !(['received', 'asked', 'accepted', 'dispatched', 'reported', 'closed'] as Plot[]).includes(plot)
