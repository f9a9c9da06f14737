import acceptCase from './cases/accept-case.ts'
import actOnMany from './cases/act-on-many.ts'
import addToMatter from './matters/add-to-matter.ts'
import { caseworkAnswers } from './answer-identity.ts'
import answerCase from './cases/answer-case.ts'
import askBack from './cases/ask-back.ts'
import assignTask from './tasks/assign-task.ts'
import closeCase from './cases/close-case.ts'
import countCases from './reading/count-cases.ts'
import decidePublication from './cases/decide-publication.ts'
import checkImport from './imports/check-import.ts'
import createImport from './imports/create-import.ts'
import declineCase from './cases/decline-case.ts'
import dispatchCase from './cases/dispatch-case.ts'
import downloadBadRows from './imports/download-bad-rows.ts'
import { importAppeals } from './imports/import-appeals.ts'
import listImported from './imports/list-imported.ts'
import listImports from './imports/list-imports.ts'
import lookAtClocks from './clocks/each-second-look-at-clocks.ts'
import escalateCase from './cases/escalate-case.ts'
import explainClock from './clocks/explain-clock.ts'
import listCases from './reading/list-cases.ts'
import listCategories from './catalogue/list-categories.ts'
import listMyMatters from './matters/list-my-matters.ts'
import listPublicMatters from './matters/list-public-matters.ts'
import noteCase from './cases/note-case.ts'
import { caseworkPersonalFields } from './personal.ts'
import rateMatter from './matters/rate-matter.ts'
import readCase from './reading/read-case.ts'
import readCasePhoto from './reading/read-case-photo.ts'
import readImport from './imports/read-import.ts'
import readMatter from './matters/read-matter.ts'
import readMatterPhoto from './matters/read-matter-photo.ts'
import releaseTask from './tasks/release-task.ts'
import reportTask from './tasks/report-task.ts'
import returnTask from './tasks/return-task.ts'
import reworkCase from './cases/rework-case.ts'
import removeImportFiles from './imports/hourly-remove-import-files.ts'
import runImport from './imports/run-import.ts'
import sendCaseDown from './cases/send-case-down.ts'
import sendImportPart from './imports/send-import-part.ts'
import sortCase from './cases/sort-case.ts'
import stopImport from './imports/stop-import.ts'
import { storedParts } from './imports/list-stored-parts.ts'
import submitAppeal from './matters/submit-appeal.ts'
import takeInImports from './imports/each-second-take-in-imports.ts'
import takeTask from './tasks/take-task.ts'
import whenCalendarChanged from './clocks/when-calendar-changed.ts'
import whenCaseChanged from './notices/when-case-changed.ts'
import whenCaseMoved from './reading/when-case-moved.ts'
import whenPersonReturned from './matters/when-person-returned.ts'
import whenStaffLeft from './tasks/when-staff-left.ts'
import withdrawMatter from './matters/withdraw-matter.ts'

export const casework = {
  operations: [
    listCategories, submitAppeal, listMyMatters, listPublicMatters, readMatter, addToMatter, withdrawMatter, rateMatter, readMatterPhoto,
    listCases, countCases, readCase, readCasePhoto, acceptCase, declineCase, askBack, sortCase, decidePublication, dispatchCase,
    escalateCase, sendCaseDown, noteCase, takeTask, assignTask, returnTask, reportTask, releaseTask, reworkCase, closeCase, answerCase,
    actOnMany, explainClock, createImport, listImports, readImport, sendImportPart, checkImport, runImport, stopImport, downloadBadRows, listImported,
  ],
  reactions: [whenCaseMoved, whenCaseChanged, whenPersonReturned, whenStaffLeft, whenCalendarChanged],
  routines: [lookAtClocks, takeInImports, removeImportFiles],
  personalFields: caseworkPersonalFields,
  answers: caseworkAnswers,
  storeKeys: storedParts,
  verbs: [importAppeals],
}
