import { describe, expect, test } from 'vitest'
import { transitions, whyNotAtDesk, whyNotByState, whyNotClose, type Act, type CaseFile, type State } from './case.ts'
import type { Task } from '../tasks/task.ts'

const states: State[] = ['received', 'declined', 'accepted', 'dispatched', 'reported', 'closed', 'answered', 'rated', 'withdrawn', 'merged']
const acts = Object.keys(transitions) as Act[]

/** Every state and act, as people agreed on them: a change of the table must be a change here too. */
const allowed: Record<State, string> = {
  received: 'accept add askBack cover decline exclude instruct merge note petition publish sendDown siteCheck sort supervise withdraw',
  declined: 'cover exclude rate',
  accepted: 'add askBack cover dispatch dissolveGroup escalate exclude group instruct lengthen merge note petition publish sendDown siteCheck sort supervise talk withdraw',
  dispatched: 'add askBack callAssist cover dissolveGroup escalate exclude formGroup group instruct lengthen note petition publish sort supervise withdraw',
  reported: 'add askBack close cover dissolveGroup escalate exclude group instruct lengthen note petition publish rework siteCheck sort supervise withdraw',
  closed: 'answer cover exclude note publish',
  answered: 'cover exclude publish rate reopen review',
  rated: 'cover exclude reopen review',
  withdrawn: 'cover',
  merged: 'add cover follow note takeApart withdraw',
}

describe('the way of a case', () => {
  test.each(states)('from %s only the agreed acts lead on', (state) => {
    const able = acts.filter((act) => whyNotByState({ state }, act) === undefined)
    expect(able.toSorted().join(' ')).toBe(allowed[state])
  })

  test.each(states.flatMap((state) => acts.map((act) => [state, act] as const)))('%s, %s: a no says why', (state, act) => {
    const no = whyNotByState({ state }, act)
    if (no) expect(no).toMatch(/^(case|group|site_check)\.\w+$/)
  })

  test('the second rating and the second answer are told apart from too early', () => {
    expect(whyNotByState({ state: 'rated' }, 'rate')).toBe('case.already_rated')
    expect(whyNotByState({ state: 'accepted' }, 'rate')).toBe('case.not_answered')
    expect(whyNotByState({ state: 'answered' }, 'answer')).toBe('case.already_answered')
    expect(whyNotByState({ state: 'reported' }, 'answer')).toBe('case.not_closed')
  })
})

const task = (state: Task['state'], role: Task['role'] = 'lead'): Task => ({
  id: `${role} ${state}`, body: 'lamps', role, state, handler: null, instruction: null, assignedBy: 'desk', assignedAt: '', startedAt: null, endedAt: null, outcome: null,
})

describe('closing', () => {
  test.each([
    ['dispatched', [task('taken')], 'case.not_reported'],
    ['reported', [task('reported'), task('assigned', 'assist')], 'case.open_tasks'],
    ['reported', [task('reported'), task('taken', 'assist')], 'case.open_tasks'],
    ['reported', [task('reported'), task('reported', 'assist')], undefined],
    ['reported', [task('reported'), task('returned', 'assist'), task('ended', 'assist')], undefined],
  ] as const)('%s with %j: %s', (state, tasks, no) => {
    expect(whyNotClose({ state, tasks })).toBe(no)
  })
})

describe('a desk', () => {
  const file: CaseFile = {
    county: 3, id: 'c', state: 'received', paused: false, level: 'self', desk: 'wutong', category: null, owner: null, code: null, publicity: 'private', outcome: null,
    version: 1, policy: 1, tasks: [], clocks: [], requests: [], petition: false, excluded: false, plannedUntil: null, reopened: 0, master: null, group: null,
  }
  test('another body has no say', () => expect(whyNotAtDesk(file, 'accept', ['yinxing'])).toBe('case.not_your_desk'))
  test('asks once at a time', () => expect(whyNotAtDesk({ ...file, paused: true }, 'askBack', ['wutong'])).toBe('case.already_asked'))
  test.each([['private', 'case.not_public_wish'], ['wished', undefined], ['public', 'case.publication_decided'], ['kept', 'case.publication_decided']] as const)(
    'decides on publication where it was wished: %s', (publicity, no) => expect(whyNotAtDesk({ ...file, publicity }, 'publish', ['wutong'])).toBe(no))
})
