import keepOpenState from './each-minute-keep-open-state.ts'
import addUpDays from './each-quarter-minute-add-up-days.ts'
import addUpMonths from './each-ten-minutes-add-up-months.ts'
import exportCasesBehind from './export-cases-behind.ts'
import exportFigures from './export-figures.ts'
import listCasesBehind from './list-cases-behind.ts'
import readFigures from './read-figures.ts'
import readPublicFigures from './read-public-figures.ts'
import { rebuildFigures } from './rebuild-figures.ts'
import whenCaseMoved from './when-case-moved.ts'

export const insight = {
  operations: [readFigures, readPublicFigures, listCasesBehind, exportFigures, exportCasesBehind],
  reactions: [whenCaseMoved],
  routines: [keepOpenState, addUpDays, addUpMonths],
  personalFields: [],
  verbs: [rebuildFigures],
}
