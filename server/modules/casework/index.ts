/** The door of casework. */
export { hearingOf } from './reading/hear-cases.ts'
