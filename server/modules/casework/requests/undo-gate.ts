import { undoGate } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { undone } from './decision.ts'
import { gateKinds, whyNotUndo } from './request.ts'
import { ruleOnCase } from './rule-on-case.ts'

export default operation(undoGate, staff('gate.decide'), (call) =>
  ruleOnCase(call, gateKinds, (request, bodies) => whyNotUndo(request, bodies, call.now), ({ on, request }) => undone(on, request)))
