import { superviseCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actOnCase } from '../cases/act-on-case.ts'
import { whyNotByState } from '../cases/case.ts'
import { asked } from './decision.ts'
import { whyNotSupervise } from './request.ts'

/** By hand: a desk urges a body below it, or one to which it gave a task. */
export default operation(superviseCase, staff('case.supervise'), (call) => {
  const { of, words } = call.body
  return actOnCase(call, {
    action: 'case.supervise',
    forBody: (file) => file.desk,
    said: { kind: 'supervision', audience: 'staff', words },
    prepare: (acting) => acting,
    whyNot: ({ file, bodies, held }) => (bodies.has(of) && held.body !== of ? undefined : 'case.body_unknown') ?? whyNotByState(file, 'supervise') ?? whyNotSupervise(file, of),
    decide: ({ on, held }) => asked(on, { kind: 'supervision', of, by: held.body, wants: {} }),
  })
})
