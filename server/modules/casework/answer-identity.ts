import type { Queryable } from '#server/kernel/database.ts'
import { answer } from '#server/kernel/question.ts'
import { caseNumbers, hasOpenWork, heldOnPerson, heldValue, type HeldField, type HeldValue } from '#server/modules/identity/index.ts'
import { heldAppeals, numbersOf, openableAppeal, openableContact } from './held-in-case.sql.ts'
import { numberOf } from './number.ts'
import { appealAddress, appealBehalfName, appealBehalfPhone, appealWords } from './personal.ts'
import { bodyHasOpenWork } from './tasks.sql.ts'

/** What casework tells identity when it asks: open work, and the personal data that cases hold. */
export const caseworkAnswers = [
  answer(hasOpenWork, (db, { county, body }) => bodyHasOpenWork(db, county, body)),
  answer(heldValue, (db, asked) => valueOf(db, asked)),
  answer(heldOnPerson, (db, { person }) => heldFields(db, person)),
  answer(caseNumbers, async (db, asked) => {
    const rows = await numbersOf(db, asked)
    return new Map(rows.map((row) => [`${row.county}/${row.id}`, numberOf(row)]))
  }),
]

const columns = { [appealAddress.name]: 'address', [appealBehalfName.name]: 'behalf_name', [appealBehalfPhone.name]: 'behalf_phone' } as const

/** A field of an appeal; or an appellant's own name or phone, reached through the case that they appealed in. */
async function valueOf(db: Queryable, asked: { county: number; field: string; row: string; case: string | undefined }): Promise<HeldValue | undefined> {
  const column = columns[asked.field]
  if (column) {
    const found = await openableAppeal(db, asked.county, asked.row)
    const value = found?.[column]
    return found && value ? { person: found.person, reached: [found], value } : undefined
  }
  if ((asked.field === 'person.name' || asked.field === 'person.phone') && asked.case) {
    const found = await openableContact(db, asked.county, asked.case, asked.row)
    const value = asked.field === 'person.name' ? found?.name : found?.phone
    return found && value ? { person: asked.row, reached: [found], value } : undefined
  }
  return undefined
}

async function heldFields(db: Queryable, person: string): Promise<HeldField[]> {
  const rows = await heldAppeals(db, person)
  const fieldOf = (field: string, column: 'words' | 'address' | 'behalf_name' | 'behalf_phone'): HeldField[] => {
    const holding = rows.filter((row) => row[column] !== null)
    const newest = holding[0]?.[column]
    return newest ? [{ field, count: holding.length, value: newest }] : []
  }
  return [
    ...fieldOf(appealWords.name, 'words'), ...fieldOf(appealAddress.name, 'address'),
    ...fieldOf(appealBehalfName.name, 'behalf_name'), ...fieldOf(appealBehalfPhone.name, 'behalf_phone'),
  ]
}
