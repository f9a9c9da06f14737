import { reopenCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actOnCase } from './act-on-case.ts'
import { reopened } from './decision.ts'
import type { CaseEvent } from './event.ts'
import { reopenerOf, whyNotReopenByStaff } from './reopening.ts'

/** Staff have it handled again, and say why: its own desk, or one above it. The resident keeps the right to have it reopened once. */
export default operation(reopenCase, staff('case.triage'), (call) => {
  const { params: { county }, body: { words }, actor } = call
  const isAbove = actor.holds.some((held) => held.action === 'case.supervise' && held.scope.county === county)
  return actOnCase(call, {
    action: isAbove ? 'case.supervise' : 'case.triage',
    forBody: (file) => file.desk,
    said: { kind: 'reopening', audience: 'resident', words },
    prepare: (acting) => acting,
    whyNot: ({ file, held, bodies }) => whyNotReopenByStaff(file, [held], (body) => bodies.get(body)!.level),
    decide({ on, file, held }): CaseEvent {
      const { detail } = reopened(on)
      return { kind: 'case.reopened_by_staff', detail: { ...detail, values: { by: reopenerOf(file, held.body) } } }
    },
  })
})
