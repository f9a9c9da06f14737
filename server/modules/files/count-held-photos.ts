import { answer } from '#server/kernel/question.ts'
import { heldOnPerson } from '#server/modules/identity/index.ts'
import { photoPicture } from './personal.ts'
import { photosHeldOf } from './photo.sql.ts'

/** For the page on which a person sees what is held of them: how many photos they sent. */
export const filesAnswers = [
  answer(heldOnPerson, async (db, { person }) => {
    const { count, newest } = await photosHeldOf(db, person)
    return newest === null ? [] : [{ field: photoPicture.name, count, value: newest }]
  }),
]
