import { filesAnswers } from './count-held-photos.ts'
import { hourlyRemoveUnused } from './hourly-remove-unused.ts'
import { listKept } from './list-kept.ts'
import { filesPersonalFields } from './personal.ts'
import readPhoto from './read-photo.ts'
import uploadPhoto from './upload-photo.ts'

export const files = {
  operations: [uploadPhoto, readPhoto],
  reactions: [],
  routines: [hourlyRemoveUnused],
  personalFields: filesPersonalFields,
  answers: filesAnswers,
  storeKeys: listKept,
}
