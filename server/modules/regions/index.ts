/** The door of regions: what other modules may use. */
export { keepOfficeHours, refuseWrongHours } from './keep-office-hours.ts'
export { calendarOf, calendarWithin } from './recall-calendar.ts'
export { centreOf, locatePoint } from './recall-boundaries.ts'
export { importRegions } from './import-regions.ts'
export { codeOfRegion, namesOf, placeOfRegion, placesByCode, regionName, type PlacedRegion } from './recall-regions.ts'
export { placesInWords, type PlaceInWords } from './name-places.ts'
export { isOpenOn, levels } from './region.ts'
export { today } from './read-today.ts'
