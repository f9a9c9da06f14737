/** The door of casework. */
export { hearingOf } from './hear-cases.ts'
