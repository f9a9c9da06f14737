import { describe, expect, test } from 'vitest'
import organisationEn from '#words/en/organisation.ts'
import organisationZh from '#words/zh/organisation.ts'
import { actionsOf, allActions, areIncompatible, isRole, organisingActions, roles } from './role.ts'

describe('a role', () => {
  test.each([
    ['grid_worker', 'committee_member', true], ['committee_secretary', 'grid_worker', true],
    ['grid_worker', 'grid_worker', false], ['committee_member', 'committee_secretary', false], ['grid_worker', 'subdistrict_clerk', false],
  ])('%s and %s are incompatible: %s', (one, other, no) => expect(areIncompatible(one, other)).toBe(no))

  test.each([['role:grid_worker', 7], ['case.read', 1], ['role:mayor', 0], ['case.invent', 0], ['role:toString', 0]])(
    '%s stands for %i actions', (name, count) => expect(actionsOf(name)).toHaveLength(count))

  test('an administrator handles no case, and nobody who handles cases organises', () => {
    const actions = roles.administrator.map(([action]) => action)
    expect(actions.filter((action) => /^(case|task|person|membership)\./.test(action))).toEqual([])
    const others = Object.entries(roles).filter(([role]) => role !== 'administrator')
    const organises = others.filter(([, held]) => held.some(([action]) => ['post.change', 'staff.change', 'body.change'].includes(action)))
    expect(organises).toEqual([])
    expect(organisingActions.has('post.change')).toBe(true)
    expect(isRole('administrator')).toBe(true)
  })

  test.each([['zh', organisationZh], ['en', organisationEn]])('every role and action has its words: %s', (_, words) => {
    expect(Object.keys(words.roles).toSorted()).toEqual(Object.keys(roles).toSorted())
    expect(Object.keys(words.actions).toSorted()).toEqual([...allActions].toSorted())
  })
})
