import { instructCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actOnCase } from './act-on-case.ts'
import { whyNotByState } from './case.ts'
import { moved } from './decision.ts'
import { alsoUrged } from '../requests/decision.ts'
import { isInstructed, ledBy, ledUnder } from '../requests/leader.ts'
import { isOpen } from '../tasks/task.ts'

/** A leader's words 批示 on a case that they can read, told to whoever is at work on it. Where the rules supervise these, its lead is urged, or else its desk. */
export default operation(instructCase, staff('gate.decide'), (call) => {
  const { params: { county }, body: { words }, actor } = call
  const led = ledBy(actor, county)
  return actOnCase(call, {
    action: 'case.read',
    forBody: (file) => (led.includes(file.desk) ? file.desk : led[0]!),
    said: { kind: 'instruction', audience: 'staff', words },
    prepare: (acting) => acting,
    whyNot: ({ file }) => whyNotByState(file, 'instruct'),
    decide({ on, file, bodies, held }) {
      const event = ledUnder(actor, held.body, moved(on, 'instruct', 'case.instructed', {}, {}))
      const of = file.tasks.find((task) => task.role === 'lead' && isOpen(task))?.body ?? file.desk
      return isInstructed(actor, on, bodies, words, held.body) ? alsoUrged(on, event, { of, by: held.body, ground: 'instruction' }) : event
    },
  })
})
