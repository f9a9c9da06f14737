/** The door of exchange. */
export { findClient } from './clients/find-client.ts'
