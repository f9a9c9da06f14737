/** The door of casework. */
export { hearingOf } from './reading/hear-cases.ts'
export { categoryName, knownCategories } from './catalogue/recall-catalogue.ts'
export { numberOf } from './cases/number.ts'
