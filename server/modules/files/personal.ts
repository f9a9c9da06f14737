import { maskAll, personalField } from '#server/kernel/personal.ts'

/** The picture lies in the store under the row's id; it is shown to whoever may read the matter that it belongs to. */
export const photoPicture = personalField({
  name: 'photo.picture', table: 'photos', column: 'id', purpose: 'handle_case', ground: 'public_task',
  keptFor: 'case_3_years', openedBy: 'case.read', mask: maskAll, atRest: 'plain',
})

export const filesPersonalFields = [photoPicture]
