import { describe, expect, test } from 'vitest'
import {
  levelsOf, rightsOf, scopeGiven, sourceOf, whyNotGiveRole, whyNotStandOver, type AuthorityRow, type Right, type Target,
} from './authority.ts'

const county = 3
const target = (over: Partial<Target> = {}): Target => ({ place: { county, town: 11, village: 101 }, body: 'committee', bodyPlace: { county, town: 11, village: 101 }, ...over })
const row = (over: Partial<AuthorityRow> = {}): AuthorityRow =>
  ({ county, town: null, village: null, post: 'post', body: 'mine', action: 'role:administrator', categories: null, valid_to: null, grant: null, report_afterwards: false, may_delegate: true, ...over })
const only = (action: string): Right[] => rightsOf(row({ action }))
const organiser = (over: Partial<AuthorityRow> = {}) => rightsOf(row(over))

describe('the scope of a right', () => {
  test.each([
    ['over an area: the region', 'area', target(), { county, town: 11, village: 101 }],
    ['over what a body holds: the body, where it stands', 'body', target(), { county, town: 11, village: 101, body: 'committee' }],
    ['with categories: only these', 'area', target({ categories: ['noise'] }), { county, town: 11, village: 101, categories: ['noise'] }],
  ] as const)('%s', (_, over, given, scope) => expect(scopeGiven(over, given)).toEqual(scope))

  test('a place without a level has no condition on it', () => expect(levelsOf({ county, town: 11, village: null })).toEqual({ county, town: 11 }))
})

describe('giving a role', () => {
  test.each([
    ['an administrator of the county gives any role', organiser(), 'administrator', undefined],
    ['an administrator of the town gives any role inside it', organiser({ town: 11 }), 'committee_secretary', undefined],
    ['whoever organises by a grant that may not be passed on makes no administrator', organiser({ grant: 'g', may_delegate: false }), 'administrator', 'grant.not_held'],
    ['and hands out casework all the same', organiser({ grant: 'g', may_delegate: false }), 'department_clerk', undefined],
    ['an administrator of the town makes none for the next town', organiser({ town: 12 }), 'administrator', 'grant.not_held'],
    ['whoever may only make posts gives rights of casework', only('post.change'), 'department_clerk', undefined],
    ['whoever may only make posts makes no administrator', only('post.change'), 'administrator', 'grant.not_held'],
    ['whoever may only make posts makes no leader, who grants and keeps rosters', only('post.change'), 'department_head', 'grant.not_held'],
  ] as const)('%s', (_, holds, role, no) => expect(whyNotGiveRole(holds, role, target())).toBe(no))
})

describe('resetting or dismissing', () => {
  const post = (role: string, town = 11) => ({ role, target: target({ place: { county, town, village: 101 }, bodyPlace: { county, town, village: 101 } }) })
  test.each([
    ['all their posts in my area: yes', organiser({ town: 11 }), [post('grid_worker')], undefined],
    ['none in my area: they are not there', organiser({ town: 12 }), [post('grid_worker')], 'not_found'],
    ['some beyond my area: not by me', organiser({ town: 11 }), [post('grid_worker'), post('grid_worker', 12)], 'not_allowed'],
    ['an administrator, by somebody who only changes staff: no', only('staff.change'), [post('administrator')], 'not_allowed'],
    ['no post at all: they are not there', organiser(), [], 'not_found'],
  ] as const)('%s', (_, holds, posts, no) => expect(whyNotStandOver(holds, posts)).toBe(no))
})

describe('what a grant rests on', () => {
  const right = (over: Partial<AuthorityRow> = {}) => rightsOf(row({ town: 11, action: 'case.read', ...over }))
  const wanted = [{ action: 'case.read', scope: { county, town: 11, village: 101 } }]
  const day = new Date('2026-12-01T00:00:00Z')

  test.each([
    ['a role: nothing above it', right(), { grant: undefined, validTo: null, post: 'post', body: 'mine' }],
    ['a grant that may be passed on', right({ grant: 'g', valid_to: day }), { grant: 'g', validTo: day, post: 'post', body: 'mine' }],
    ['a role before a grant', [...right({ grant: 'g', valid_to: day }), ...right()], { grant: undefined, validTo: null, post: 'post', body: 'mine' }],
    ['a role that is held for a time', right({ valid_to: day }), { grant: undefined, validTo: day, post: 'post', body: 'mine' }],
    ['of two, the one that lasts longer', [...right({ valid_to: day }), ...right({ post: 'second' })], { grant: undefined, validTo: null, post: 'second', body: 'mine' }],
    ['a grant that may not be passed on', right({ grant: 'g', may_delegate: false }), 'grant.not_delegable'],
    ['another area', right({ town: 12 }), 'grant.outside_scope'],
    ['a narrower area', right({ village: 102 }), 'grant.outside_scope'],
    ['only some categories, where all are wanted', right({ categories: ['noise'] }), 'grant.outside_scope'],
    ['another action', right({ action: 'grant.read' }), 'grant.not_held'],
    ['nothing', [], 'grant.not_held'],
  ] as const)('%s', (_, rights, source) => expect(sourceOf(rights, wanted)).toEqual(source))

  test('an unknown action is held by nobody', () => expect(sourceOf(right(), [])).toBe('grant.not_held'))

  test('two grants that only together hold it all are not enough: one must be what it falls with', () => {
    const rights = [...right({ grant: 'a' }), ...right({ grant: 'b', action: 'grant.read' })]
    expect(sourceOf(rights, [...wanted, { action: 'grant.read', scope: wanted[0]!.scope }])).toBe('grant.not_delegable')
    expect(sourceOf([...rights, ...right()], [...wanted, { action: 'grant.read', scope: wanted[0]!.scope }])).toMatchObject({ grant: 'b' })
  })
})
