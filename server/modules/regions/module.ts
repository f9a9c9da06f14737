import changeCalendar from './change-calendar.ts'
import changeOfficeHours from './change-office-hours.ts'
import changeRegion from './change-region.ts'
import createRegion from './create-region.ts'
import { importRegions } from './import-regions.ts'
import listRegions from './list-regions.ts'
import locatePoint from './locate-point.ts'
import readBoundaries from './read-boundaries.ts'
import readCalendar from './read-calendar.ts'
import readOfficeHours from './read-office-hours.ts'
import readRegion from './read-region.ts'
import searchRegions from './search-regions.ts'

export const regions = {
  operations: [
    listRegions, readRegion, searchRegions, locatePoint, readBoundaries, createRegion, changeRegion, readCalendar, changeCalendar,
    readOfficeHours, changeOfficeHours,
  ],
  reactions: [],
  routines: [],
  personalFields: [],
  verbs: [importRegions],
}
