import { answer } from '#server/kernel/question.ts'
import type { HeldField, HeldValue } from '../ask-higher-modules.ts'
import { heldOnPerson, heldValue } from '../ask-higher-modules.ts'
import { personOf } from '../person.sql.ts'
import { membershipAddress, personName, personPhone } from '../personal.ts'
import { addressesOf, addressOf, placesOf } from './held-value.sql.ts'

/** What identity itself holds of a person. A person's row is the person; an address lies in a membership. */
export const identityAnswers = [
  answer(heldValue, async (db, { county, field, row, now }): Promise<HeldValue | undefined> => {
    if (field === membershipAddress.name) {
      const found = await addressOf(db, county, row)
      return found && { person: found.person, reached: [{ county, town: found.town, village: found.village }], value: found.address }
    }
    if (field !== personName.name && field !== personPhone.name) return undefined
    const person = await personOf(db, row)
    const value = field === personName.name ? person?.name : person?.phone
    return value ? { person: row, reached: await placesOf(db, county, row, now), value } : undefined
  }),

  answer(heldOnPerson, async (db, { person: id }) => {
    const person = await personOf(db, id)
    const addresses = await addressesOf(db, id)
    const held: HeldField[] = []
    if (person?.name) held.push({ field: personName.name, count: 1, value: person.name })
    if (person?.phone) held.push({ field: personPhone.name, count: 1, value: person.phone })
    if (addresses[0]) held.push({ field: membershipAddress.name, count: addresses.length, value: addresses[0] })
    return held
  }),
]
