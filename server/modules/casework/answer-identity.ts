import type { Queryable } from '#server/kernel/database.ts'
import { answer } from '#server/kernel/question.ts'
import { caseNumbers, countiesOfPerson, hasOpenWork, heldOnPerson, heldValue, type HeldField, type HeldValue } from '#server/modules/identity/index.ts'
import { countiesAppealedIn, heldAppeals, heldWords, numbersOf, openableAppeal, openableContact, type HeldRow } from './held-in-case.sql.ts'
import { numberOf } from './cases/number.ts'
import { appealAddress, appealBehalfName, appealBehalfPhone, appealLat, appealLon, appealOriginal, appealWords, caseTitle, entryWords, ratingWords } from './personal.ts'
import { bodyHasOpenWork } from './tasks/tasks.sql.ts'

/** What casework tells identity when it asks: open work, and the personal data that cases hold. */
export const caseworkAnswers = [
  answer(hasOpenWork, (db, { county, body }) => bodyHasOpenWork(db, county, body)),
  answer(heldValue, (db, asked) => valueOf(db, asked)),
  answer(heldOnPerson, (db, { person }) => heldFields(db, person)),
  answer(countiesOfPerson, (db, { person }) => countiesAppealedIn(db, person)),
  answer(caseNumbers, async (db, asked) => {
    const rows = await numbersOf(db, asked)
    return new Map(rows.map((row) => [`${row.county}/${row.id}`, numberOf(row)]))
  }),
]

const columns = { [appealAddress.name]: 'address', [appealBehalfName.name]: 'behalf_name', [appealBehalfPhone.name]: 'behalf_phone', [appealOriginal.name]: 'original' } as const

/** A field of an appeal; or an appellant's own name or phone, reached through the case that they appealed in. */
async function valueOf(db: Queryable, asked: { county: number; field: string; row: string; case: string | undefined }): Promise<HeldValue | undefined> {
  const column = columns[asked.field]
  if (column) {
    const found = await openableAppeal(db, asked.county, asked.row)
    const value = found?.[column]
    return found && value ? { person: found.person, reached: [found], value, keptFrom: found.about } : undefined
  }
  if ((asked.field === 'person.name' || asked.field === 'person.phone') && asked.case) {
    const found = await openableContact(db, asked.county, asked.case, asked.row)
    const value = asked.field === 'person.name' ? found?.name : found?.phone
    return found && value ? { person: asked.row, reached: [found], value, keptFrom: found.about } : undefined
  }
  return undefined
}

async function heldFields(db: Queryable, person: string): Promise<HeldField[]> {
  const rows = await heldAppeals(db, person)
  const { added, rated } = await heldWords(db, person)
  const fieldOf = ({ name }: { name: string }, values: readonly (HeldField['value'] | null)[]): HeldField[] => {
    const held = values.filter((value) => value !== null)
    return held[0] === undefined ? [] : [{ field: name, count: held.length, value: held[0] }]
  }
  const inAppeals = (field: { name: string }, column: keyof Omit<HeldRow, 'person'>) => fieldOf(field, rows.map((row) => row[column]))
  return [
    ...inAppeals(appealWords, 'words'), ...inAppeals(appealOriginal, 'original'), ...inAppeals(caseTitle, 'title'), ...inAppeals(appealAddress, 'address'),
    ...inAppeals(appealLon, 'lon'), ...inAppeals(appealLat, 'lat'),
    ...inAppeals(appealBehalfName, 'behalf_name'), ...inAppeals(appealBehalfPhone, 'behalf_phone'),
    ...fieldOf(entryWords, added), ...fieldOf(ratingWords, rated),
  ]
}
