import { expect, test } from 'vitest'
import * as contract from '#contract/organisation.ts'
import { bodyKinds } from './body-kinds.ts'

test('every kind of body of the contract is offered', () => {
  expect(new Set(bodyKinds)).toEqual(new Set(contract.bodyKinds))
})
