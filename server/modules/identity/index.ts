/** The door of identity: what other modules may use. */
export { forgetBodies, deskOf, desksOver, knownBodies, namedBody, type KnownBody } from './known-bodies.ts'
export { contactOf, holdsPostIn, maskedContact, staffNames, toBeTold } from './find-people.ts'
export { personName, personPhone } from './personal.ts'
export { caseNumbers, hasOpenWork, heldOnPerson, heldValue, type HeldField, type HeldValue } from './ask-higher-modules.ts'
export { personsWho } from './persons-who.sql.ts'
export { sessionsOf } from './find-actor.ts'
