import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stateCalendar } from '#server/kernel/state-calendar.ts'
import { isOver, whyNotAtDesk, whyNotByState, type CaseFile } from './case.ts'
import { isPaused, isRunning, nextLook } from '../clocks/clock.ts'
import * as decide from './decision.ts'
import { evolve, rebuild, type CaseEvent } from './event.ts'
import { defaultRules } from './policy.ts'
import { ticked } from '../clocks/tick.ts'
import { isOpen, whyNotDispatchTo, whyNotTask, type Task, type TaskAct } from '../tasks/task.ts'

const calendar = stateCalendar()
const bodies = ['committee', 'subdistrict', 'centre', 'lamps', 'power', 'urban']
const start = new Date('2026-11-13T08:00:00Z')

const unborn: CaseFile = {
  county: 3, id: 'case', state: 'received', paused: false, level: 'self', desk: 'committee', category: null, publicity: 'wished',
  outcome: null, version: 0, policy: 1, tasks: [], clocks: [],
}

/** One command of anybody, drawn at random; `pick` chooses among bodies and tasks. */
const commands = ['accept', 'decline', 'askBack', 'add', 'dispatch', 'escalate', 'sendDown', 'note', 'work', 'take', 'assign', 'rehome', 'return', 'report', 'release', 'rework', 'close', 'answer', 'rate', 'withdraw', 'publish', 'tick'] as const
const usual = ['accept', 'dispatch', 'take', 'work', 'report', 'close', 'answer', 'rate', 'tick'] as const
/** Mostly the usual way, so that sequences get far; withdrawals and the like now and then. */
const often = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...commands) })
const command = fc.record({ name: often, pick: fc.nat(5), other: fc.nat(5), minutes: fc.nat(3 * 24 * 60) })

test('whatever people do, in whatever order, the invariants hold', () => {
  const reached = new Set<string>()
  fc.assert(fc.property(fc.array(command, { minLength: 20, maxLength: 80, size: 'max' }), (sequence) => {
    let now = start
    let ids = 0
    const newId = () => `id${++ids}`
    const on = (file: CaseFile): decide.Deciding => ({ file, rules: defaultRules, timing: { calendar, warnShare: 0.75 }, now, newId })
    const first = decide.received(on(unborn))
    const trail: CaseEvent[] = [first]
    let file = evolve(unborn, first)
    for (const { name, pick, other, minutes } of sequence) {
      now = new Date(now.getTime() + minutes * 60_000)
      const event = eventOf(name, file, bodies[pick]!, bodies[other]!, on(file))
      if (!event) continue
      const before = file
      file = evolve(file, event)
      trail.push(event)
      check(before, file)
      reached.add(`${before.state} ${event.kind}`)
    }
    expect(JSON.parse(JSON.stringify(rebuild(3, 'case', JSON.parse(JSON.stringify(trail)))))).toEqual(JSON.parse(JSON.stringify(file)))
  }), { numRuns: 600, seed: 20261122 })
  // A run that never got far would be green and show nothing.
  for (const way of ['reported case.closed', 'dispatched case.withdrawn', 'reported case.reworked', 'answered case.rated', 'dispatched clock.breached', 'dispatched case.resumed', 'dispatched task.returned']) {
    expect(reached).toContain(way)
  }
})

function check(before: CaseFile, file: CaseFile) {
  const open = file.tasks.filter(isOpen)
  const leads = file.tasks.filter((task) => task.role === 'lead' && (isOpen(task) || task.state === 'reported'))
  if (file.state === 'dispatched') expect(leads.filter(isOpen)).toHaveLength(1)
  expect(leads.length).toBeLessThanOrEqual(1)
  if (isOver(file.state)) {
    expect(open).toEqual([])
    expect(file.clocks.filter(isRunning)).toEqual([])
    expect(file.paused).toBe(false)
  }
  const running = file.clocks.filter(isRunning).map((clock) => `${clock.kind} ${clock.task}`)
  expect(new Set(running).size).toBe(running.length)
  const atWork = file.tasks.filter((task) => isOpen(task) || task.state === 'reported').map((task) => task.body)
  expect(new Set(atWork).size).toBe(atWork.length)
  for (const task of open) expect(file.clocks.some((clock) => clock.task === task.id && isRunning(clock))).toBe(true)
  for (const clock of file.clocks) {
    if (clock.endedAt) expect(nextLook(clock)).toBeNull()
    if (isRunning(clock) && isPaused(clock)) expect(file.paused).toBe(true)
    const earlier = before.clocks.find((one) => one.id === clock.id)
    if (earlier) expect(clock.startedAt).toBe(earlier.startedAt)
    if (earlier?.endedAt) expect(clock.endedAt).toBe(earlier.endedAt)
    if (earlier?.breachedAt) expect(clock.breachedAt).toBe(earlier.breachedAt)
  }
  if (['answered', 'rated'].includes(file.state) && !['declined'].includes(before.state)) expect(file.outcome).not.toBeNull()
  expect(file.version).toBe(before.version + 1)
}

function eventOf(name: (typeof commands)[number], file: CaseFile, body: string, other: string, on: decide.Deciding): CaseEvent | undefined {
  const atDesk = (act: Parameters<typeof whyNotAtDesk>[1], event: () => CaseEvent) => (whyNotAtDesk(file, act, [file.desk]) ? undefined : event())
  const byResident = (act: Parameters<typeof whyNotByState>[1], event: () => CaseEvent) => (whyNotByState(file, act) ? undefined : event())
  const onTask = (act: TaskAct, event: (task: Task) => CaseEvent) => {
    const open = file.tasks.filter(isOpen)
    const task = open[bodies.indexOf(body) % open.length] ?? file.tasks[0]
    const by = act === 'release' ? file.desk : (task?.body ?? body)
    return task && !whyNotTask(file, task, act, [by]) ? event(task) : undefined
  }
  const handlers: Record<(typeof commands)[number], () => CaseEvent | undefined> = {
    accept: () => atDesk('accept', () => decide.accepted(on, undefined)),
    decline: () => atDesk('decline', () => decide.declined(on, 'no_facts')),
    askBack: () => atDesk('askBack', () => decide.askedBack(on, 5)),
    add: () => byResident('add', () => decide.addedTo(on)),
    dispatch: () => atDesk('dispatch', () => (whyNotDispatchTo(file, other < 'l' ? [body] : [body, other], new Set(bodies)) ? decide.sorted(on, 'x') : decide.dispatched(on, { lead: body, assists: other < 'l' ? [] : [other] }))),
    escalate: () => atDesk('escalate', () => decide.escalated(on, { desk: body, level: 'joint', type: 'urgent' })),
    sendDown: () => atDesk('sendDown', () => decide.sentDown(on, { desk: body, level: 'self' })),
    note: () => byResident('note', () => decide.noted(on, false, undefined)),
    work: () => onTask('work', (task) => decide.noted(on, true, task)),
    take: () => onTask('take', (task) => decide.taken(on, task, 'person')),
    assign: () => onTask('assign', (task) => decide.assigned(on, task, 'another')),
    rehome: () => onTask('assign', (task) => decide.rehomed(on, task)),
    return: () => onTask('return', (task) => decide.returned(on, task, 'not_our_duty', undefined)),
    report: () => onTask('report', (task) => decide.reported(on, task, 'solved')),
    release: () => onTask('release', (task) => decide.released(on, task)),
    rework: () => atDesk('rework', () => decide.reworked(on)),
    close: () => atDesk('close', () => decide.closed(on, 'solved')),
    answer: () => atDesk('answer', () => decide.answered(on)),
    rate: () => byResident('rate', () => decide.rated(on, { contacted: true, solved: 'yes', satisfied: 5 })),
    withdraw: () => byResident('withdraw', () => decide.withdrawn(on)),
    publish: () => atDesk('publish', () => decide.publicationDecided(on, true)),
    tick: () => ticked(on, () => undefined),
  }
  return handlers[name]()
}

