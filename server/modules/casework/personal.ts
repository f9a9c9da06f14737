import { maskAddress, maskAll, maskName, maskPhone, personalField } from '#server/kernel/personal.ts'

const handling = { purpose: 'handle_case', ground: 'public_task', keptFor: 'case_3_years', openedBy: 'person.open' } as const

export const appealAddress = personalField({ ...handling, name: 'appeal.address', table: 'appeals', column: 'address', mask: maskAddress, atRest: 'sealed' })
export const appealBehalfName = personalField({ ...handling, name: 'appeal.behalf_name', table: 'appeals', column: 'behalf_name', mask: maskName, atRest: 'sealed' })
export const appealBehalfPhone = personalField({ ...handling, name: 'appeal.behalf_phone', table: 'appeals', column: 'behalf_phone', mask: maskPhone, atRest: 'sealed' })
/** Free text may hold anything: it is redacted before the public sees it, and never logged. */
export const appealWords = personalField({ ...handling, name: 'appeal.words', table: 'appeals', column: 'words', mask: maskAll, atRest: 'plain' })

export const caseworkPersonalFields = [appealAddress, appealBehalfName, appealBehalfPhone, appealWords]
