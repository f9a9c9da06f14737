import { expect, test } from 'vitest'
import * as contract from '#contract/case-acts.ts'
import * as choices from './choices.ts'

test('every choice of the contract is offered', () => {
  expect(new Set(choices.declineGrounds)).toEqual(new Set(contract.declineGrounds))
  expect(new Set(choices.returnGrounds)).toEqual(new Set(contract.returnGrounds))
  expect(new Set(choices.outcomes)).toEqual(new Set(contract.outcomes))
  expect(new Set(choices.escalationTypes)).toEqual(new Set(contract.escalationTypes))
})
