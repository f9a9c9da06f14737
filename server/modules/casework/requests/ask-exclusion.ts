import { askExclusion } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { actOnCase } from '../cases/act-on-case.ts'
import { whyNotByState } from '../cases/case.ts'
import { topDesk } from '../cases/ladder.ts'
import { asked } from './decision.ts'
import { whyNotExclude } from './request.ts'

/** By any body that holds or held it; the county's centre decides. */
export default operation(askExclusion, staff('case.note'), (call) => {
  const { ground, words } = call.body
  return actOnCase(call, {
    action: 'case.note',
    forBody: (file) => file.desk,
    said: { kind: 'exclusion', audience: 'staff', words },
    prepare: (acting) => acting,
    whyNot: ({ file }) => whyNotByState(file, 'exclude') ?? whyNotExclude(file),
    decide: ({ on, bodies, held }) => asked(on, { kind: 'exclusion', of: orRefuse(topDesk(bodies), 'case.body_unknown').id, by: held.body, wants: { ground } }),
  })
})
