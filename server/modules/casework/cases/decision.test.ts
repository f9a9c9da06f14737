import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stateCalendar } from '#server/kernel/state-calendar.ts'
import { isOver, whyNotAtDesk, whyNotByState, type CaseFile } from './case.ts'
import { isPaused, isRunning, nextLook } from '../clocks/clock.ts'
import * as decide from './decision.ts'
import { evolve, rebuild, type CaseEvent } from './event.ts'
import { defaultRules } from './policy.ts'
import { ticked } from '../clocks/tick.ts'
import * as requests from '../requests/decision.ts'
import { ownershipSettled, takingRefused, talkOpened, wordSaid } from '../ownership/decision.ts'
import { whyNotSay } from '../ownership/talk.ts'
import { answeredAlong, merged, takenApart } from '../merging/decision.ts'
import { whyNotMerge } from '../merging/merge.ts'
import { petitionMarked } from '../petitions/decision.ts'
import { opinionGiven } from '../petitions/opinion.ts'
import { remedyOf, whyNotAskReview, whyNotLengthen } from '../petitions/petition.ts'
import { isGate, isOpenRequest, isReview, isSettling, whyNotExclude, whyNotExtend, whyNotReturn, whyNotSupervise, type Request } from '../requests/request.ts'
import { siteCheckAnswered, siteCheckAsked } from '../site-checks/decision.ts'
import { whyNotAskOf, whyNotUnchecked } from '../site-checks/check.ts'
import * as groups from '../groups/decision.ts'
import { isAlive, membersOf, whyNotAdd, whyNotTakePart, type Group } from '../groups/group.ts'
import { isOpen, whyNotDispatchTo, whyNotTask, type Task, type TaskAct } from '../tasks/task.ts'

const calendar = stateCalendar()
const bodies = ['committee', 'subdistrict', 'centre', 'lamps', 'power', 'urban']
const start = new Date('2026-11-13T08:00:00Z')

const unborn: CaseFile = {
  county: 3, id: 'case', state: 'received', paused: false, level: 'self', desk: 'committee', category: null, owner: null, code: null, publicity: 'wished',
  outcome: null, version: 0, policy: 1, tasks: [], clocks: [], requests: [], petition: false, excluded: false, plannedUntil: null, reopened: 0, master: null, group: null,
}

/** One command of anybody, drawn at random; `pick` chooses among bodies and tasks. */
const commands = ['accept', 'decline', 'askBack', 'add', 'dispatch', 'escalate', 'sendDown', 'note', 'work', 'take', 'assign', 'rehome', 'return', 'report', 'release', 'rework', 'close', 'answer', 'rate', 'withdraw', 'publish', 'tick',
  'gateDispatch', 'gateClose', 'plan', 'askReturn', 'askExtension', 'exclude', 'supervise', 'decide', 'refuse', 'undo', 'petition', 'lengthen', 'askReview', 'opinion', 'talk', 'word', 'settle', 'reopen', 'instruct', 'call', 'dispatchGroup', 'formGroup', 'dissolveGroup', 'merge', 'takeApart', 'follow', 'addItem', 'tickItem', 'noteGroup', 'askCheck', 'answerCheck'] as const
const usual = ['accept', 'dispatch', 'dispatchGroup', 'tickItem', 'gateDispatch', 'call', 'take', 'work', 'report', 'close', 'gateClose', 'decide', 'undo', 'answer', 'rate', 'tick'] as const
/** Mostly the usual way, so that sequences get far; withdrawals and the like now and then. */
const often = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...commands) })
const steptime = { pick: fc.nat(5), other: fc.nat(5), minutes: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(3 * 24 * 60) }, { weight: 1, arbitrary: fc.nat(30 * 24 * 60) }) }
const command = fc.record({ name: often, ...steptime })
interface Command {
  name: (typeof commands)[number]
  pick: number
  other: number
  minutes: number
}

test('whatever people do, in whatever order, the invariants hold', () => {
  const reached = new Set<string>()
  fc.assert(fc.property(fc.array(command, { minLength: 20, maxLength: 80, size: 'max' }), (sequence) => walk(sequence, reached)), { numRuns: 1_500, seed: 20261122 })
  // A run that never got far would be green and show nothing.
  for (const way of ['reported case.closed', 'dispatched case.withdrawn', 'reported case.reworked', 'answered case.rated', 'dispatched clock.breached', 'dispatched case.resumed', 'dispatched task.returned',
    'accepted request.made', 'accepted request.ruled', 'accepted request.undone', 'reported request.made', 'dispatched task.extended', 'dispatched case.supervised', 'rated case.reopened', 'dispatched group.item_ticked', 'dispatched group.formed', 'dispatched group.dissolved', 'dispatched case.excluded', 'answered rating.over']) {
    expect(reached).toContain(way)
  }
})

test('so do they for petition matters, with the law’s own time, reviews and what is handled again', () => {
  const reached = new Set<string>()
  const steps = (...names: Command['name'][]): Command[] => names.map((name) => ({ name, pick: 0, other: 0, minutes: 60 }))
  const usualOfPetitions = ['lengthen', 'decide', 'tick', 'dispatch', 'take', 'report', 'close', 'answer', 'rate', 'askReview', 'opinion', 'askReview', 'opinion'] as const
  const next = fc.record({ ...steptime, name: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...usualOfPetitions) }, { weight: 1, arbitrary: fc.constantFrom(...commands) }) })
  const beginning = fc.constantFrom(steps('petition', 'accept'), steps('accept', 'dispatch', 'petition'), steps('petition', 'accept', 'dispatch', 'take', 'report', 'close', 'answer'))
  fc.assert(fc.property(beginning, fc.array(next, { minLength: 20, maxLength: 60, size: 'max' }), (first, then) => walk([...first, ...then], reached)), { numRuns: 500, seed: 20261122 })
  for (const way of ['received case.petition_marked', 'dispatched case.petition_marked', 'dispatched petition.extended', 'answered petition.review_asked', 'rated petition.review_asked',
    'answered petition.reviewed', 'answered petition.redo_ordered', 'answered clock.breached']) {
    expect(reached).toContain(way)
  }
})

test('and for what is merged, taken apart, and answered along with its master', () => {
  const reached = new Set<string>()
  const steps = (...names: Command['name'][]): Command[] => names.map((name) => ({ name, pick: 0, other: 0, minutes: 60 }))
  const usualOfMerging = ['accept', 'merge', 'takeApart', 'merge', 'tick', 'add', 'follow', 'rate', 'dispatch', 'take', 'report'] as const
  const next = fc.record({ ...steptime, name: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...usualOfMerging) }, { weight: 1, arbitrary: fc.constantFrom(...commands) }) })
  fc.assert(fc.property(fc.constantFrom(steps('merge'), steps('accept', 'merge'), steps('petition', 'accept', 'merge')), fc.array(next, { minLength: 20, maxLength: 60, size: 'max' }), (first, then) => walk([...first, ...then], reached)), { numRuns: 500, seed: 20261122 })
  for (const way of ['received case.merged', 'accepted case.merged', 'merged case.taken_apart', 'merged case.answered', 'merged case.withdrawn', 'merged case.added_to', 'answered case.rated', 'accepted case.dispatched']) expect(reached).toContain(way)
})

test('and for talks about whose a case is: who is asked, who takes it, who rules', () => {
  const reached = new Set<string>()
  const steps = (...names: Command['name'][]): Command[] => names.map((name) => ({ name, pick: 0, other: 0, minutes: 60 }))
  const usualOfTalks = ['talk', 'word', 'word', 'settle', 'tick', 'tick', 'take', 'report', 'return', 'escalate', 'decide'] as const
  const next = fc.record({ ...steptime, name: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...usualOfTalks) }, { weight: 1, arbitrary: fc.constantFrom(...commands) }) })
  fc.assert(fc.property(fc.array(next, { minLength: 20, maxLength: 60, size: 'max' }), (then) => walk([...steps('accept'), ...then], reached)), { numRuns: 500, seed: 20261122 })
  for (const way of ['accepted ownership.asked', 'accepted ownership.said', 'accepted case.dispatched', 'accepted case.escalated', 'accepted clock.breached', 'accepted request.ruled']) expect(reached).toContain(way)
})

test('and for looks on site, before the dispatch and before the closing', () => {
  const reached = new Set<string>()
  const steps = (...names: Command['name'][]): Command[] => names.map((name) => ({ name, pick: 0, other: 0, minutes: 60 }))
  const usualOfChecks = ['askCheck', 'answerCheck', 'dispatch', 'take', 'report', 'askCheck', 'answerCheck', 'close', 'gateClose', 'decide', 'tick', 'escalate'] as const
  const next = fc.record({ ...steptime, name: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...usualOfChecks) }, { weight: 1, arbitrary: fc.constantFrom(...commands) }) })
  const checked = { ...unborn, code: { text: '9901010101000001', type: 'component-01-01' } }
  fc.assert(fc.property(fc.array(next, { minLength: 20, maxLength: 60, size: 'max' }), (then) => walk([...steps('askCheck', 'answerCheck', 'accept'), ...then], reached, checked)), { numRuns: 500, seed: 20261122 })
  for (const way of ['received site_check.asked', 'received site_check.answered', 'accepted site_check.asked', 'reported site_check.asked', 'reported site_check.answered', 'reported case.reworked', 'reported case.closed']) expect(reached).toContain(way)
})

/** Goes the way of a sequence; what can't be done is passed over. `reached`: from which state what was done. */
function walk(sequence: readonly Command[], reached: Set<string>, born = unborn) {
  let now = start
  let ids = 0
  const newId = () => `id${++ids}`
  const on = (file: CaseFile): decide.Deciding => ({ file, rules: { ...defaultRules, callbackShare: 1 }, timing: { calendar, warnShare: 0.75 }, now, newId })
  const first = decide.received(on(born))
  const trail: CaseEvent[] = [first]
  let file = evolve(born, first)
  for (const { name, pick, other, minutes } of sequence) {
    now = new Date(now.getTime() + minutes * 60_000)
    const decided = eventOf(name, file, bodies[pick]!, bodies[other]!, on(file), trail)
    if (!decided) continue
    const event = requests.withLapsed({ file, now }, decided)
    const before = file
    file = evolve(file, event)
    trail.push(event)
    check(before, file)
    reached.add(`${before.state} ${event.kind}`)
  }
  expect(JSON.parse(JSON.stringify(rebuild(3, 'case', JSON.parse(JSON.stringify(trail)))))).toEqual(JSON.parse(JSON.stringify(file)))
}

function check(before: CaseFile, file: CaseFile) {
  const open = file.tasks.filter(isOpen)
  const leads = file.tasks.filter((task) => task.role === 'lead' && (isOpen(task) || task.state === 'reported'))
  if (file.state === 'dispatched') expect(leads.filter(isOpen)).toHaveLength(1)
  expect(leads.length).toBeLessThanOrEqual(1)
  if (isOver(file.state)) {
    expect(open).toEqual([])
    const mayRun = new Set(['answer', 'review', 'rate', ...(file.state === 'closed' ? ['petition_handling'] : []),
      ...file.requests.filter((one) => isReview(one) || one.kind === 'exclusion' || one.kind === 'callback' || one.kind === 'supervision').map((one) => one.id)])
    expect(file.clocks.filter((clock) => isRunning(clock) && !mayRun.has(clock.kind) && !mayRun.has(clock.request ?? ''))).toEqual([])
    expect(file.paused).toBe(false)
  }
  // A group lives while its bodies work; it dissolves with the case, and keeps who was in it.
  if (isAlive(file.group)) expect(['accepted', 'dispatched', 'reported']).toContain(file.state)
  if (isAlive(before.group) && !isAlive(file.group)) expect(file.group?.members).toEqual(membersOf(before))
  const running = file.clocks.filter(isRunning).map((clock) => `${clock.kind} ${clock.request ?? clock.task}`)
  expect(new Set(running).size).toBe(running.length)
  const atWork = file.tasks.filter((task) => isOpen(task) || task.state === 'reported').map((task) => task.body)
  expect(new Set(atWork).size).toBe(atWork.length)
  for (const task of open) expect(file.clocks.some((clock) => clock.task === task.id && isRunning(clock))).toBe(true)
  // While the resident is asked no time for handling begins to run.
  if (file.paused) for (const clock of file.clocks) if (!before.clocks.some((one) => one.id === clock.id) && (clock.kind === 'task' || clock.kind === 'resolve')) expect(isPaused(clock)).toBe(true)
  const isTakenApart = before.master !== null && file.master === null
  for (const clock of file.clocks) {
    if (clock.endedAt) expect(nextLook(clock)).toBeNull()
    if (isRunning(clock) && isPaused(clock)) expect(file.paused).toBe(true)
    const earlier = before.clocks.find((one) => one.id === clock.id)
    if (earlier) expect(clock.startedAt).toBe(earlier.startedAt)
    // Taking apart restores what merging ended.
    if (earlier?.endedAt && !isTakenApart) expect(clock.endedAt).toBe(earlier.endedAt)
    if (earlier?.breachedAt) expect(clock.breachedAt).toBe(earlier.breachedAt)
  }
  // A component or event is closed as solved only once somebody found it put right after the last report.
  if (file.code && file.state === 'closed' && before.state === 'reported' && file.outcome === 'solved') {
    const lead = before.tasks.find((task) => task.role === 'lead' && task.state === 'reported')!
    expect(before.requests.some((one) => one.kind === 'site_check' && one.ruling === 'granted' && one.ruledAt! >= lead.endedAt!)).toBe(true)
  }
  if (['answered', 'rated'].includes(file.state) && !['declined', 'merged'].includes(before.state) && file.master === null) expect(file.outcome).not.toBeNull()
  expect(file.version).toBe(before.version + 1)
  const waiting = file.requests.filter((one) => isOpenRequest(one) || isSettling(one))
  for (const one of file.requests) {
    // Whatever waits has a clock that runs against whoever decides; what is decided has none.
    const clocks = file.clocks.filter((clock) => clock.request === one.id && isRunning(clock) && clock.kind !== 'settle')
    expect(clocks.map((clock) => clock.body)).toEqual(waiting.includes(one) ? [one.of] : [])
    expect(file.clocks.filter((clock) => clock.request === one.id && isRunning(clock) && clock.kind === 'settle').length).toBe(isSettling(one) ? 1 : 0)
  }
  expect(new Set(waiting.map((one) => `${one.kind} ${one.task ?? one.of}`)).size).toBe(waiting.length)
}

function eventOf(name: (typeof commands)[number], file: CaseFile, body: string, other: string, on: decide.Deciding, trail: readonly CaseEvent[]): CaseEvent | undefined {
  const atDesk = (act: Parameters<typeof whyNotAtDesk>[1], event: () => CaseEvent) => (whyNotAtDesk(file, act, [file.desk]) ? undefined : event())
  const byResident = (act: Parameters<typeof whyNotByState>[1], event: () => CaseEvent | undefined) => (whyNotByState(file, act) ? undefined : event())
  const onTask = (act: TaskAct, event: (task: Task) => CaseEvent | undefined) => {
    const open = file.tasks.filter(isOpen)
    const task = open[bodies.indexOf(body) % open.length] ?? file.tasks[0]
    const by = act === 'release' ? file.desk : (task?.body ?? body)
    return task && !whyNotTask(file, task, act, [by]) ? event(task) : undefined
  }
  const ruling = (first: (one: Request) => boolean, event: (one: Request) => CaseEvent) => {
    const open = file.requests.filter((each) => isOpenRequest(each) && each.kind !== 'callback' && !isReview(each) && !each.kind.startsWith('ownership') && !each.kind.startsWith('site'))
    const one = open.find(first) ?? open[0]
    return one && event(one)
  }
  const inGroup = (event: (group: Group) => CaseEvent | undefined) => (whyNotTakePart(file, [file.desk]) || whyNotByState(file, 'group') ? undefined : event(file.group!))
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
    close: () => atDesk('close', () => (whyNotUnchecked(file, 'coded') ? decide.sorted(on, 'x') : decide.closed(on, 'solved'))),
    answer: () => atDesk('answer', () => decide.answered(on)),
    rate: () => byResident('rate', () => decide.rated(on, { contacted: true, solved: 'yes', satisfied: 5 })),
    withdraw: () => byResident('withdraw', () => decide.withdrawn(on)),
    publish: () => atDesk('publish', () => decide.publicationDecided(on, true)),
    tick: () => ticked(on, { above: () => undefined, open: new Set(bodies) }),
    gateDispatch: () => atDesk('dispatch', () => (whyNotDispatchTo(file, [body], new Set(bodies)) ? decide.sorted(on, 'x') : requests.asked(on, { kind: 'dispatch', of: file.desk, by: file.desk, wants: { lead: body, assists: [] } }))),
    gateClose: () => atDesk('close', () => whyNotUnchecked(file, 'coded') ? decide.sorted(on, 'x') : requests.asked(on, { kind: 'close', of: file.desk, by: file.desk, wants: { outcome: 'solved' } })),
    plan: () => atDesk('close', () => whyNotUnchecked(file, 'coded', 'planned') ? decide.sorted(on, 'x') : requests.asked(on, { kind: 'plan', of: 'centre', by: file.desk, wants: { outcome: 'planned', until: new Date(on.now.getTime() + 86_400_000).toISOString() } })),
    askReturn: () => onTask('return', (task) => (whyNotReturn(file, task) ? undefined : requests.asked(on, { kind: 'return', of: 'centre', by: task.body, task: task.id, wants: { ground: 'not_our_duty' } }))),
    askExtension: () => onTask('work', (task) => (whyNotExtend(file, task, 2, 10, on.now) ? undefined : requests.asked(on, { kind: 'extension', of: file.desk, by: task.body, task: task.id, wants: { workingDays: 2 } }))),
    exclude: () => byResident('exclude', () => (whyNotExclude(file) ? undefined : requests.asked(on, { kind: 'exclusion', of: 'centre', by: body, wants: { ground: 'out_of_scope' } }))),
    supervise: () => byResident('supervise', () => (whyNotSupervise(file, body) ? undefined : requests.asked(on, { kind: 'supervision', of: body, by: 'centre', wants: {} }))),
    decide: () => ruling(isGate, (one) => requests.ruled(on, one, { ruling: one.kind === 'supervision' ? 'answered' : 'granted' })),
    refuse: () => ruling(() => true, (one) => requests.ruled(on, one, { ruling: one.kind === 'supervision' ? 'answered' : 'refused' })),
    undo: () => {
      const one = file.requests.find(isSettling)
      return one && one.effectiveAt! > on.now.toISOString() ? requests.undone(on, one) : undefined
    },
    petition: () => atDesk('petition', () => petitionMarked(on, start)),
    lengthen: () => atDesk('lengthen', () => (whyNotLengthen(file, on.now) ? decide.sorted(on, 'x') : requests.asked(on, { kind: 'petition_extension', of: file.desk, by: file.desk, wants: { days: 10 } }))),
    askReview: () => {
      const remedy = whyNotAskReview(file, calendar.zone, on.now) ? undefined : remedyOf(file, calendar.zone)
      return remedy && requests.asked(on, { kind: remedy.kind, of: 'centre', by: remedy.against, wants: {} })
    },
    talk: () => atDesk('talk', () => (file.desk === body || file.desk === other ? decide.sorted(on, 'x') : talkOpened(on, [...new Set([body, other])], 'arbiter'))),
    word: () => {
      const one = file.requests.findLast((each) => each.kind === 'ownership' && isOpenRequest(each))
      const word = { takes: other < 'l', ground: 'not_our_duty' }
      return one && !whyNotSay(file, one, [one.of], word) ? wordSaid(on, one, word) : undefined
    },
    settle: () => {
      const one = file.requests.find((each) => (each.kind === 'ownership_taking' || each.kind === 'ownership_ruling') && isOpenRequest(each))
      if (!one) return undefined
      if (one.kind === 'ownership_taking' && other > 's') return takingRefused(on, one)
      const to = one.wants.lead ?? body
      if (whyNotDispatchTo(file, [to], new Set(bodies))) return undefined
      return ownershipSettled(on, one, other === 'lamps' ? { to: 'up', desk: to, level: 'joint' } : other === 'power' ? { gate: file.desk, lead: to } : { to: 'dispatch', lead: to })
    },
    opinion: () => {
      const one = file.requests.find((each) => isReview(each) && isOpenRequest(each))
      return one && opinionGiven(on, one, other < 'l' ? 'redo' : other < 's' ? 'uphold' : 'change')
    },
    askCheck: () => atDesk('siteCheck', () => (whyNotAskOf(file, body) ? decide.sorted(on, 'x') : siteCheckAsked(on, body))),
    answerCheck: () => {
      const one = file.requests.find((each) => each.kind.startsWith('site') && isOpenRequest(each))
      return one && siteCheckAnswered(on, one, other < 'l')
    },
    call: () => {
      const one = file.requests.find((each) => each.kind === 'callback' && isOpenRequest(each))
      return one && requests.called(on, one, other > 'l' ? { contacted: true, solved: 'no', satisfied: 1 } : undefined)
    },
    dispatchGroup: () => atDesk('dispatch', () => (whyNotDispatchTo(file, [body, other], new Set(bodies)) ? decide.sorted(on, 'x') : decide.dispatched(on, { lead: body, assists: [other], mode: 'group' }))),
    formGroup: () => atDesk('formGroup', () => (whyNotDispatchTo(file, [other], new Set(bodies)) ? decide.sorted(on, 'x') : groups.formed(on, [other]))),
    dissolveGroup: () => atDesk('dissolveGroup', () => groups.dissolved(on)),
    addItem: () => inGroup((group) => (whyNotAdd(file, null) ? undefined : groups.itemAdded(on, group, on.newId(), null))),
    tickItem: () => inGroup((group) => {
      const item = group.items[bodies.indexOf(other) % (group.items.length || 1)]
      return item ? groups.itemTicked(on, group, item, item.tickedAt ? undefined : { person: 'person', body }) : groups.itemAdded(on, group, on.newId(), body)
    }),
    noteGroup: () => inGroup(() => groups.groupNoted(on)),
    merge: () => atDesk('merge', () => (whyNotMerge(file, { ...unborn, id: 'master', state: 'accepted' }, false) ? decide.sorted(on, 'x') : merged(on, { id: 'master', number: '1' }))),
    takeApart: () => atDesk('takeApart', () => {
      const { from, clocks = [], values } = trail.findLast((one) => one.kind === 'case.merged')!.detail
      return takenApart(on, { state: from!.state, clocks: clocks.map((clock) => clock.id), number: values!.number! })
    }),
    follow: () => (whyNotByState(file, 'follow') ? undefined : answeredAlong(on)),
    reopen: () => byResident('reopen', () => decide.reopened(on)),
    instruct: () => byResident('instruct', () => requests.alsoUrged(on, decide.moved(on, 'instruct', 'case.instructed', {}, {}), { of: body, by: 'centre', ground: 'instruction' })),
  }
  return handlers[name]()
}

