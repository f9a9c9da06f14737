import acceptCase from './accept-case.ts'
import actOnMany from './act-on-many.ts'
import addToMatter from './add-to-matter.ts'
import { caseworkAnswers } from './answer-identity.ts'
import answerCase from './answer-case.ts'
import askBack from './ask-back.ts'
import assignTask from './assign-task.ts'
import closeCase from './close-case.ts'
import countCases from './count-cases.ts'
import decidePublication from './decide-publication.ts'
import declineCase from './decline-case.ts'
import dispatchCase from './dispatch-case.ts'
import lookAtClocks from './each-second-look-at-clocks.ts'
import escalateCase from './escalate-case.ts'
import explainClock from './explain-clock.ts'
import listCases from './list-cases.ts'
import listCategories from './list-categories.ts'
import listMyMatters from './list-my-matters.ts'
import listPublicMatters from './list-public-matters.ts'
import noteCase from './note-case.ts'
import { caseworkPersonalFields } from './personal.ts'
import rateMatter from './rate-matter.ts'
import readCase from './read-case.ts'
import readCasePhoto from './read-case-photo.ts'
import readMatter from './read-matter.ts'
import readMatterPhoto from './read-matter-photo.ts'
import releaseTask from './release-task.ts'
import reportTask from './report-task.ts'
import returnTask from './return-task.ts'
import reworkCase from './rework-case.ts'
import sendCaseDown from './send-case-down.ts'
import sortCase from './sort-case.ts'
import submitAppeal from './submit-appeal.ts'
import takeTask from './take-task.ts'
import whenCalendarChanged from './when-calendar-changed.ts'
import whenCaseChanged from './when-case-changed.ts'
import whenCaseMoved from './when-case-moved.ts'
import whenStaffLeft from './when-staff-left.ts'
import withdrawMatter from './withdraw-matter.ts'

export const casework = {
  operations: [
    listCategories, submitAppeal, listMyMatters, listPublicMatters, readMatter, addToMatter, withdrawMatter, rateMatter, readMatterPhoto,
    listCases, countCases, readCase, readCasePhoto, acceptCase, declineCase, askBack, sortCase, decidePublication, dispatchCase,
    escalateCase, sendCaseDown, noteCase, takeTask, assignTask, returnTask, reportTask, releaseTask, reworkCase, closeCase, answerCase,
    actOnMany, explainClock,
  ],
  reactions: [whenCaseMoved, whenCaseChanged, whenStaffLeft, whenCalendarChanged],
  routines: [lookAtClocks],
  personalFields: caseworkPersonalFields,
  answers: caseworkAnswers,
}
