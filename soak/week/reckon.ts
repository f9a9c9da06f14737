import { committees, resolveWorkingDays, subdistricts, type BodyName, type Committee } from './cast.ts'
import { end, type Act, type Step, type Story } from './plan.ts'

/** Numbers by key, as the figures have them. */
export type Counts = Record<string, number>
export interface Reckoned {
  counts: Counts
  ofBody: Record<string, Counts>
  spans: Record<string, { count: number; median: number; ninth: number }>
}

/**
 * The week's figures from the plan alone, after the definitions that stand beside them (words/en/figures.ts): no line of
 * the product's own reckoning, and working time minute by minute.
 */
export function reckon(stories: readonly Story[]): Reckoned {
  const sums: Reckoned = { counts: {}, ofBody: {}, spans: {} }
  const lengths: Record<string, number[]> = {}
  const count = (key: string, body?: BodyName) => {
    sums.counts[key] = (sums.counts[key] ?? 0) + 1
    if (body) (sums.ofBody[body] ??= {})[key] = (sums.ofBody[body]![key] ?? 0) + 1
  }
  for (const story of stories) {
    reckonClocks(story, (kind, body, isLate) => {
      count(`${kind}.all`, body)
      count(`${kind}.${isLate ? 'late' : 'onTime'}`, body)
    })
    reckonActs(story, count)
    for (const [step, minutes] of spansOf(story)) (lengths[step] ??= []).push(minutes)
  }
  for (const [step, all] of Object.entries(lengths)) {
    const sorted = all.toSorted((one, other) => one - other)
    const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!
    sums.spans[step] = { count: sorted.length, median: rank(0.5), ninth: rank(0.9) }
  }
  return sums
}

type Ended = (kind: 'reply' | 'start' | 'resolve' | 'task', body: BodyName, isLate: boolean) => void

type StepOf<K extends Act['kind']> = Omit<Step, 'act'> & { act: Act & { kind: K } }

const find = <K extends Act['kind']>(story: Story, kind: K): StepOf<K> | undefined => story.steps.find((step) => step.act.kind === kind) as StepOf<K> | undefined

function reckonClocks(story: Story, ended: Ended): void {
  const received = story.steps[0]!.at
  const accepted = find(story, 'accept')?.at
  const declined = find(story, 'decline')?.at
  const withdrawn = find(story, 'withdraw')?.at
  const escalated = find(story, 'escalate')
  const committee: BodyName = story.committee
  /** Late from the instant that it ran out; in time when it was stopped before; else its end is not known. */
  const judge = (kind: Parameters<Ended>[0], body: BodyName, due: number, stopped: number | undefined, dropped?: number) => {
    const over = Math.min(stopped ?? Infinity, dropped ?? Infinity)
    if (due < over && due <= end) ended(kind, body, true)
    else if (stopped !== undefined && stopped <= (dropped ?? Infinity)) ended(kind, body, false)
  }
  judge('reply', committee, received + 15 * 60, accepted ?? declined, withdrawn)
  const worked = [find(story, 'note')?.at, find(story, 'report')?.at].filter((at) => at !== undefined)[0]
  judge('start', committee, officeDue(received, 1), escalated?.at ?? worked, declined ?? withdrawn)
  if (escalated) judge('start', escalated.act.to, officeDue(escalated.at, 3), worked)
  const desk: BodyName = escalated?.act.to ?? committee
  if (accepted !== undefined) {
    const due = officeDue(accepted, resolveWorkingDays)
    judge('resolve', escalated && due < escalated.at ? committee : desk, due, closedAt(story))
  }
  for (const { at, lead, workingDays, leftAt, reportedAt } of tasksOf(story)) judge('task', lead, officeDue(at, workingDays), reportedAt, leftAt)
}

interface TaskTold {
  at: number
  lead: BodyName
  workingDays: number
  leftAt: number | undefined
  reportedAt: number | undefined
}

/** A dispatch that waits for a leader counts from when the decision took effect. */
function tasksOf({ steps }: Story): TaskTold[] {
  const given = steps.flatMap((step, i) => (step.act.kind === 'dispatch' ? [{ step, i, act: step.act }] : []))
  return given.flatMap(({ step, i, act }, n) => {
    const rest = steps.slice(i + 1, given[n + 1]?.i)
    const effect = act.waits ? rest.find((one) => one.act.kind === 'settle')?.at : step.at
    const at = (kind: Act['kind']) => rest.find((one) => one.act.kind === kind)?.at
    return effect === undefined ? [] : [{ at: effect, lead: act.lead, workingDays: act.workingDays, leftAt: at('return'), reportedAt: at('report') }]
  })
}

function closedAt(story: Story): number | undefined {
  const close = find(story, 'close')
  if (!close?.act.waits) return close?.at
  return story.steps.find((step) => step.act.kind === 'settle' && step.at > close.at)?.at
}

function reckonActs(story: Story, count: (key: string, body?: BodyName) => void): void {
  const received = story.steps[0]!.at
  const desk: BodyName = find(story, 'escalate')?.act.to ?? story.committee
  count('received')
  for (const task of tasksOf(story)) {
    if (task.leftAt !== undefined) count('return.all', task.lead)
    if (task.lead === desk || (task.leftAt ?? task.reportedAt) === undefined) continue
    count('dispatch.all', desk)
    count(task.leftAt === undefined ? 'dispatch.right' : 'dispatch.missed', desk)
  }
  const closed = closedAt(story)
  if (closed !== undefined) {
    for (const key of ['closed', 'closed.stated', `closed.${find(story, 'close')!.act.outcome}`]) count(key)
  }
  const rated = find(story, 'rate')?.act
  if (rated) {
    const solved = { yes: 'solved', partly: 'partly', no: 'unsolved' }[rated.solved]
    const satisfied = rated.satisfied > 3 ? 'satisfied' : rated.satisfied === 3 ? 'middling' : 'unsatisfied'
    for (const key of ['rated', `rated.${rated.contacted ? 'contacted' : 'notContacted'}`, `rated.${solved}`, `rated.${satisfied}`]) count(key)
  }
  if (closed !== undefined || find(story, 'decline') || find(story, 'withdraw')) return
  const waited = (end - received) / 1_440
  count('open')
  count(waited <= 1 ? 'open.day' : waited <= 3 ? 'open.threeDays' : waited <= 7 ? 'open.week' : 'open.month')
}

/** How long a closed case took from receipt to each step. */
function spansOf(story: Story): [step: string, minutes: number][] {
  const closed = closedAt(story)
  if (closed === undefined) return []
  const steps: [string, number | undefined][] = [
    ['reply', find(story, 'accept')?.at], ['dispatch', tasksOf(story)[0]?.at], ['start', find(story, 'note')?.at], ['report', find(story, 'report')?.at],
    ['close', closed], ['answer', find(story, 'answer')?.at],
  ]
  return steps.flatMap(([step, at]) => (at === undefined ? [] : [[step, at - story.steps[0]!.at] as [string, number]]))
}

const zone = 8 * 60
const dayMinutes = 1_440
/** The Mid-Autumn Festival of 2026 and the weekend after it, by the State Council's notice. */
const off = new Set(['2026-09-25', '2026-09-26', '2026-09-27', '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'])
const aDayOfOffice = 3 * 60 + 4 * 60

/** Is this minute office time: 9:00 to 12:00 and 13:30 to 17:30 of a working day. */
function isOffice(minute: number): boolean {
  const there = minute + zone
  const day = new Date(Math.floor(there / dayMinutes) * dayMinutes * 60_000)
  if (off.has(day.toISOString().slice(0, 10)) || day.getUTCDay() === 0 || day.getUTCDay() === 6) return false
  const of = there % dayMinutes
  return (of >= 9 * 60 && of < 12 * 60) || (of >= 13.5 * 60 && of < 17.5 * 60)
}

/** Walks on, minute by minute, until so many working days' office time is used. */
function officeDue(from: number, workingDays: number): number {
  let left = workingDays * aDayOfOffice
  let at = from
  for (; left > 0; at++) if (isOffice(at)) left--
  return at
}

/** Bodies that take part, so that a figure of nobody else's is missed. */
export const takePart = [...Object.keys(committees), ...Object.keys(subdistricts), 'lamps', 'urban', 'power', 'water'] as (Committee | BodyName)[]
