import { actOnCase, type Acting, type CaseCall } from '../cases/act-on-case.ts'
import type { CaseFile } from '../cases/case.ts'
import type { CaseEvent } from '../cases/event.ts'
import type { Said } from '../cases/record-event.ts'
import { membersOf, whyNotTakePart } from './group.ts'

/** What members do in a group adds to whatever stands, so it needs no version: two at once both count. */
export function takePart(call: CaseCall, decide: (acting: Acting) => CaseEvent, said?: Said) {
  const own = new Set(call.actor.holds.filter((held) => held.action === 'case.note').map((held) => held.body))
  const actingFor = (file: CaseFile) => [...membersOf(file), file.desk].find((body) => own.has(body)) ?? file.desk
  return actOnCase(call, {
    action: 'case.note',
    versioned: false,
    forBody: actingFor,
    said,
    prepare: (acting) => acting,
    whyNot: ({ file, held }) => whyNotTakePart(file, [held.body]),
    decide,
  })
}
