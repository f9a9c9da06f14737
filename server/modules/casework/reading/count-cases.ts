import { countCases } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { bodiesFor } from '#server/kernel/reach.ts'
import { countLate, countRows, openTasks, tallied } from './list.sql.ts'
import { deskLists } from './list-cases.ts'

const countMax = 1_000

export default operation(countCases, staff('case.read'), async ({ actor, db, params: { county } }) => {
  const desks = bodiesFor(actor, 'case.triage', county)
  const tasks = openTasks(county, bodiesFor(actor, 'task.work', county), undefined)
  const [intake, dispatch, overdue, work] = await Promise.all([
    tallied(db, county, desks, deskLists.intake),
    tallied(db, county, desks, deskLists.dispatch),
    countLate(db, county, desks, countMax),
    tasks.length > 0 ? countRows(db, tasks, {}, 'due first', countMax) : 0,
  ])
  return { intake, dispatch, work, overdue }
})
