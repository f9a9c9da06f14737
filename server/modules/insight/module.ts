import keepOpenState from './each-minute-keep-open-state.ts'
import exportCasesBehind from './export-cases-behind.ts'
import exportFigures from './export-figures.ts'
import listCasesBehind from './list-cases-behind.ts'
import readFigures from './read-figures.ts'
import { rebuildFigures } from './rebuild-figures.ts'
import whenCaseMoved from './when-case-moved.ts'

export const insight = {
  operations: [readFigures, listCasesBehind, exportFigures, exportCasesBehind],
  reactions: [whenCaseMoved],
  routines: [keepOpenState],
  personalFields: [],
  verbs: [rebuildFigures],
}
