import { maskAddress, maskAll, maskName, maskPhone, personalField } from '#server/kernel/personal.ts'

const handling = { purpose: 'handle_case', ground: 'public_task', keptFor: 'case_3_years', openedBy: 'person.open' } as const

export const appealAddress = personalField({ ...handling, name: 'appeal.address', table: 'appeals', column: 'address', mask: maskAddress, atRest: 'sealed' })
export const appealBehalfName = personalField({ ...handling, name: 'appeal.behalf_name', table: 'appeals', column: 'behalf_name', mask: maskName, atRest: 'sealed' })
export const appealBehalfPhone = personalField({ ...handling, name: 'appeal.behalf_phone', table: 'appeals', column: 'behalf_phone', mask: maskPhone, atRest: 'sealed' })
/** Free text may hold anything: it is redacted before the public sees it, and never logged. */
const free = { ...handling, mask: maskAll, atRest: 'plain' } as const
export const appealWords = personalField({ ...free, name: 'appeal.words', table: 'appeals', column: 'words' })
export const caseTitle = personalField({ ...free, name: 'case.title', table: 'cases', column: 'title' })
export const entryWords = personalField({ ...free, name: 'entry.words', table: 'entries', column: 'words' })
export const ratingWords = personalField({ ...free, name: 'rating.words', table: 'ratings', column: 'words' })
export const appealOriginal = personalField({ ...handling, name: 'appeal.original', table: 'appeals', column: 'original', mask: maskAll, atRest: 'sealed' })
/** Where the trouble is, which may be somebody's door. */
export const appealLon = personalField({ ...free, name: 'appeal.lon', table: 'appeals', column: 'lon' })
export const appealLat = personalField({ ...free, name: 'appeal.lat', table: 'appeals', column: 'lat' })

export const caseworkPersonalFields = [
  appealWords, appealOriginal, caseTitle, appealAddress, appealLon, appealLat, appealBehalfName, appealBehalfPhone, entryWords, ratingWords,
]
