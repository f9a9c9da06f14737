import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../cases/case.ts'
import type { Request, Ruling } from '../requests/request.ts'
import type { Task } from '../tasks/task.ts'
import { kindNow, whyNotAskAtAll, whyNotAskOf, whyNotUnchecked } from './check.ts'

const lead = (outcome: string, endedAt = '2026-11-16T02:00:00Z'): Task => ({
  id: 't', body: 'urban', role: 'lead', state: 'reported', handler: null, instruction: null, assignedBy: 'desk', assignedAt: '', startedAt: null, endedAt, outcome,
})
const check = (ruling: Ruling | null, askedAt = '2026-11-16T03:00:00Z', kind: Request['kind'] = 'site_check'): Request => ({
  id: `${kind} ${askedAt}`, kind, task: null, by: 'desk', of: 'watch', entry: null, wants: {}, askedAt, ruling, ruledAt: ruling && askedAt, ruledEntry: null, effectiveAt: null,
})
const code = { text: '9901010101000001', type: 'component-01-01' }
const reported = (requests: Request[] = [], more: Partial<Pick<CaseFile, 'code' | 'tasks'>> = {}): Pick<CaseFile, 'state' | 'tasks' | 'requests' | 'code'> => ({ state: 'reported', tasks: [lead('solved')], requests, code, ...more })

describe('closing', () => {
  test.each([
    ['a component, unchecked', reported(), 'coded', undefined, 'case.not_checked'],
    ['a component, found put right', reported([check('granted')]), 'coded', undefined, undefined],
    ['a component, found not put right', reported([check('refused')]), 'coded', undefined, 'case.not_checked'],
    ['what was found right before the last report', reported([check('granted', '2026-11-16T01:00:00Z')]), 'coded', undefined, 'case.not_checked'],
    ['verified before the dispatch only', reported([check('granted', '2026-11-16T03:00:00Z', 'site_verification')]), 'coded', undefined, 'case.not_checked'],
    ['while somebody is asked to look', reported([check(null)]), 'unchecked', undefined, 'case.waits_for_check'],
    ['where no check is asked for', reported(), 'unchecked', undefined, undefined],
    ['what bears no code', reported([], { code: null }), 'coded', undefined, undefined],
    ['what bears no code, where all is checked', reported([], { code: null }), 'every', undefined, 'case.not_checked'],
    ['what is only explained', reported([], { tasks: [lead('explained')] }), 'every', undefined, undefined],
    ['what is only explained, but closed as solved', reported([], { tasks: [lead('explained')] }), 'every', 'solved', 'case.not_checked'],
    ['what is said to be solved, but closed as explained', reported(), 'coded', 'explained', 'case.not_checked'],
    ['what is planned for later', reported(), 'every', 'planned', undefined],
  ] as const)('%s: %#', (_, file, rule, outcome, no) => expect(whyNotUnchecked(file, rule, outcome)).toBe(no))
})

describe('asking somebody to look', () => {
  test.each([['received', 'site_verification'], ['accepted', 'site_verification'], ['dispatched', undefined], ['reported', 'site_check'], ['closed', undefined]] as const)(
    'in %s it is for %s', (state, kind) => expect(kindNow({ state })).toBe(kind))

  test('is done once at a time, and not while a leader has it', () => {
    expect(whyNotAskAtAll(reported())).toBeUndefined()
    expect(whyNotAskAtAll(reported([check(null)]))).toBe('request.already_asked')
    expect(whyNotAskAtAll(reported([{ ...check(null), kind: 'close' }]))).toBe('case.waits_for_leader')
    expect(whyNotAskAtAll({ ...reported(), state: 'dispatched' })).toBe('site_check.not_now')
  })

  test('is never asked of whoever did the work', () => {
    expect(whyNotAskOf(reported(), 'urban')).toBe('site_check.own_work')
    expect(whyNotAskOf(reported(), 'watch')).toBeUndefined()
  })
})
