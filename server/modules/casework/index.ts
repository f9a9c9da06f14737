/** The door of casework. */
export { hearingOf } from './hearing.ts'
