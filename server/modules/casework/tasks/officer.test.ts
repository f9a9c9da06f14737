import { expect, test } from 'vitest'
import { whyNotBind, type Binders } from './officer.ts'

const stationed: Binders = { how: 'stationed', officers: [{ person: 'wu' }] }

test.each([
  ['the officer on duty', stationed, 'wu', true, undefined],
  ['another of the body, while an officer is on duty', stationed, 'zheng', true, 'task.officer_not_on_duty'],
  ['somebody of another body', stationed, 'feng', false, 'task.handler_not_in_body'],
  ['the first responsible person, nobody being on duty', { how: 'first', officers: [{ person: 'zheng' }] }, 'zheng', true, undefined],
  ['anybody, where nobody may', { how: 'nobody', officers: [] }, 'wu', true, 'task.officer_not_on_duty'],
] as const)('straight to %s', (_, binders, person, isInBody, no) => expect(whyNotBind(binders, person, isInBody)).toBe(no))
