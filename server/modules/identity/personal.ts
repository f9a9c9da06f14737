import { maskAddress, maskName, maskPhone, personalField } from '#server/kernel/personal.ts'

export const personName = personalField({
  name: 'person.name', table: 'persons', column: 'name', purpose: 'identify', ground: 'public_task',
  keptFor: 'account', openedBy: 'person.open', mask: maskName, atRest: 'sealed',
})

export const personPhone = personalField({
  name: 'person.phone', table: 'persons', column: 'phone', purpose: 'contact', ground: 'consent',
  keptFor: 'account', openedBy: 'person.open', mask: maskPhone, atRest: 'sealed',
})

export const membershipAddress = personalField({
  name: 'membership.address', table: 'memberships', column: 'address', purpose: 'verify_membership', ground: 'consent',
  keptFor: 'membership', openedBy: 'membership.decide', mask: maskAddress, atRest: 'sealed',
})

export const identityPersonalFields = [personName, personPhone, membershipAddress]
