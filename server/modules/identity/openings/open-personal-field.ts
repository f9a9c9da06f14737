import { openPersonalField } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { countTry, type Limit } from '#server/kernel/limits.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { ask } from '#server/kernel/question.ts'
import { can, isKeptFrom } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { heldValue } from '../ask-higher-modules.ts'
import { insertOpening } from './opening.sql.ts'
import { whyNotOpen } from './opening.ts'

/** Far more than anyone needs in an hour's work, far less than it takes to carry a register away. */
const byPerson: Limit = { name: 'openings by person', triesMax: 120, perSeconds: 3_600, refusal: 'too_many_requests' }

/** The value leaves only after the opening stands on the record. */
export default operation(openPersonalField, staff('organisation.read'), async (call) => {
  const { params: { county }, body, actor, db, change, vault, answers, personalFields, now } = call
  const field = orRefuse(personalFields.find((one) => one.name === body.field))
  refuseIf(whyNotOpen(body.purpose, body.words))
  await countTry(db, vault, byPerson, actor.person, now)
  const found = (await ask(answers, db, heldValue, { county, field: field.name, row: body.row, case: body.case, now })).filter((one) => one !== undefined)
  orRefuse(found.every((one) => !isKeptFrom(actor, one.keptFrom ?? null)) || undefined)
  const { person: subject, value } = orRefuse(found.find((one) => one.value !== undefined))
  const reached = found.filter((one) => one.person === subject).flatMap((one) => one.reached)
  const held = orRefuse(reached.map((row) => can(actor, field.openedBy, row)).find((one) => one !== undefined))

  await change(county, async (tx) => {
    const { person } = actor
    const { post, body: ofBody } = held
    await insertOpening(tx, {
      county, id: uuidv7(), subject, field: field.name, heldIn: body.row, caseId: body.case ?? null, person, post, body: ofBody,
      purpose: body.purpose, words: body.words ?? null, at: now,
    })
    const detail = { field: field.name, heldIn: body.row, case: body.case ?? null, purpose: body.purpose }
    await tell(tx, { county, subject, kind: 'personal.opened', by: { person, post, body: ofBody }, at: now, detail })
  })
  return { value: typeof value === 'string' ? value : vault.open(field.name, value!) }
})
