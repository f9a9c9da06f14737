import { readMyRecord } from '#contract/identity.ts'
import { operation, signedIn } from '#server/kernel/operation.ts'
import { ask } from '#server/kernel/question.ts'
import { caseNumbers, heldOnPerson } from '../ask-higher-modules.ts'
import { openingsOf } from '../openings/opening.sql.ts'
import { consentsOf } from '../person.sql.ts'
import { personPhone } from '../personal.ts'
import { inBoth } from '../region-place.sql.ts'

const openingsMax = 500

/** Their own values are shown whole to whom they are about, but the phone: it signs in, and others look over a shoulder. */
export default operation(readMyRecord, signedIn, async ({ actor, db, vault, answers, personalFields }) => {
  const held = (await ask(answers, db, heldOnPerson, { person: actor.person })).flat()
  const openings = await openingsOf(db, actor.person, openingsMax)
  const numbers = await numbersOf(openings)
  return {
    held: personalFields.flatMap((field) => {
      const one = held.find((found) => found.field === field.name)
      if (!one) return []
      const value = typeof one.value === 'string' ? one.value : vault.open(field.name, one.value)
      const shown = field.name === personPhone.name ? field.mask(value) : value
      return [{ field: field.name, purpose: field.purpose, ground: field.ground, keptFor: field.keptFor, value: shown, count: one.count }]
    }),
    openings: openings.map((row) => ({
      at: row.at.toISOString(),
      field: row.field,
      body: inBoth(row.body_zh, row.body_en),
      purpose: row.purpose,
      words: row.words,
      caseNumber: numbers.get(`${row.county}/${row.case_id}`) ?? null,
    })),
    consents: (await consentsOf(db, actor.person)).map(({ version, at }) => ({ version, at: at.toISOString() })),
  }

  async function numbersOf(rows: readonly { county: number; case_id: string | null }[]): Promise<ReadonlyMap<string, string>> {
    const cases = rows.flatMap(({ county, case_id: id }) => (id ? [{ county, case: id }] : []))
    if (cases.length === 0) return new Map()
    return new Map((await ask(answers, db, caseNumbers, cases)).flatMap((found) => [...found]))
  }
})
