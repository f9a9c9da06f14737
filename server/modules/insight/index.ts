/** The door of insight. */
export { rebuildCounty } from './rebuild-figures.ts'
