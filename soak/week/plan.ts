import { categories, committees, departments, gatedClose, gatedDispatch, leadOf, residents, subdistricts, type BodyName, type Committee, type Department, type Resident, type Worker } from './cast.ts'
import type { Message } from './messages.ts'

/** What one does to a case. Times are minutes since the epoch. */
export type Act =
  | { kind: 'submit' | 'withdraw' | 'decline' | 'accept' | 'approve' | 'settle' | 'take' | 'note' | 'return' | 'answer' }
  | { kind: 'escalate'; to: keyof typeof subdistricts }
  | { kind: 'dispatch'; lead: BodyName; workingDays: number; waits: boolean }
  | { kind: 'report' | 'close'; outcome: Outcome; waits?: boolean }
  | { kind: 'rate'; contacted: boolean; solved: 'yes' | 'partly' | 'no'; satisfied: number }

export type Outcome = 'solved' | 'explained' | 'refused'
export interface Step {
  at: number
  by: Worker | Resident
  act: Act
}

/** One message's whole way through the week. */
export interface Story {
  words: string
  channel: 'resident_app' | 'hotline'
  resident: Resident
  committee: Committee
  /** Given when it is sent; else intake sorts it. */
  sorted: boolean
  category: string
  steps: Step[]
}

const local = (day: string, time: string) => Date.parse(`${day}T${time}:00+08:00`) / 60_000
/** Monday to Sunday; the Friday is the Mid-Autumn Festival. It is looked at on the Monday after. */
const days = ['2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24', '2026-09-25', '2026-09-26', '2026-09-27']
export const begin = local('2026-09-21', '08:00')
export const end = local('2026-09-28', '18:00')
export const period = '2026-09-21..2026-09-28'
/** On Wednesday evening the light goes out. */
const storm = { at: local('2026-09-23', '19:30'), share: 0.25, aMinute: 25 }

/** The week's stories, the same for the same seed. */
export function planWeek(messages: readonly Message[], seed: number): Story[] {
  const chance = chanceFrom(seed)
  return messages.map((message, i) => storyOf(message, i, messages.length, chance))
}

function storyOf(message: Message, i: number, of: number, chance: Chance): Story {
  const inStorm = i % Math.round(1 / storm.share) === 1
  const committee = chance.of(Object.keys(committees) as Committee[])
  const category = inStorm ? 'power' : (message.category ?? chance.of(categories))
  const day = days[Math.floor((i * days.length) / of)]!
  const written = local(day, '00:00') + message.minuteOfDay
  const at = inStorm ? storm.at + Math.floor(i * storm.share / storm.aMinute) : Math.max(begin, written)
  const channel = !inStorm && chance.is(0.2) ? 'hotline' : 'resident_app'
  const story: Story = {
    words: message.words, channel, resident: chance.of(residents), committee, sorted: inStorm || message.category !== null, category,
    steps: [{ at, by: channel === 'hotline' ? 'centre' : 'wang', act: { kind: 'submit' } }],
  }
  story.steps[0]!.by = channel === 'hotline' ? 'centre' : story.resident
  tell(story, chance)
  return { ...story, steps: story.steps.filter((step) => step.at < end) }
}

/** What becomes of it, step by step; each writer adds to the story, and what lies after the week is cut off. */
function tell(story: Story, chance: Chance): void {
  const { steps, category } = story
  const { worker, leader, up } = committees[story.committee]
  let at = steps[0]!.at
  const then = (minutes: number, by: Step['by'], act: Act) => steps.push({ at: (at += minutes), by, act })

  if (chance.is(0.04)) return // nobody ever looks
  if (story.channel === 'resident_app' && chance.is(0.03)) return void then(chance.within(5, 120), story.resident, { kind: 'withdraw' })
  if (chance.is(0.05)) return void then(chance.within(10, 480), worker, { kind: 'decline' })
  then(chance.is(0.65) ? chance.within(5, 240) : chance.is(0.7) ? chance.within(240, 880) : chance.within(920, 2_200), worker, { kind: 'accept' })
  if (chance.is(0.05)) return // taken in, and then forgotten

  const lead = leadOf[category]
  let desk: { name: BodyName; worker: Worker; leader: Worker | undefined } = { name: story.committee, worker, leader }
  if (lead && chance.is(0.12) && (category !== gatedDispatch || subdistricts[up].leader)) {
    then(chance.within(5, 120), worker, { kind: 'escalate', to: up })
    desk = { name: up, ...subdistricts[up] }
  }
  const dispatch = (to: BodyName) => {
    const waits = category === gatedDispatch && desk.leader !== desk.worker
    then(chance.within(5, 180), desk.worker, { kind: 'dispatch', lead: to, workingDays: chance.of([1, 2, 5]), waits })
    if (waits) approve(desk.leader!)
  }
  const approve = (by: Worker) => {
    then(chance.within(5, 60), by, { kind: 'approve' })
    then(1, by, { kind: 'settle' })
  }
  let holder: BodyName = lead ?? desk.name
  dispatch(holder)
  if (lead && chance.is(0.1)) {
    then(chance.within(20, 600), lead, { kind: 'return' })
    holder = chance.of(departments.filter((one) => one !== lead))
    dispatch(holder)
  }
  const handler: Worker = holder in subdistricts ? subdistricts[holder as 'chunhui'].worker : holder in committees ? committees[holder as Committee].worker : (holder as Department)
  then(chance.within(5, 300), handler, { kind: 'take' })
  then(chance.is(0.9) ? chance.within(5, 600) : chance.within(1_000, 3_000), handler, { kind: 'note' })
  if (chance.is(0.1)) return // begun, and never finished
  const outcome = chance.is(0.75) ? 'solved' : chance.of(['explained', 'refused'] as const)
  then(chance.within(30, 1_500), handler, { kind: 'report', outcome })
  const waits = category === gatedClose
  then(chance.within(5, 300), desk.worker, { kind: 'close', outcome, waits })
  if (waits) approve('centre')
  then(chance.within(5, 200), desk.worker, { kind: 'answer' })
  if (story.channel === 'hotline' || !chance.is(0.6)) return
  const satisfied = chance.within(1, 5)
  then(chance.within(10, 2_000), story.resident, { kind: 'rate', contacted: chance.is(0.7), solved: satisfied > 3 ? 'yes' : chance.of(['partly', 'no'] as const), satisfied })
}

type Chance = ReturnType<typeof chanceFrom>

/** Numbers that look like chance and are the same for the same seed (mulberry32, Tommy Ettinger, public domain). */
function chanceFrom(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    is: (share: number) => next() < share,
    /** A whole number, both ends included. */
    within: (from: number, to: number) => from + Math.floor(next() * (to - from + 1)),
    of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
  }
}
