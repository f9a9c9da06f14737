import { readImport } from '#contract/imports.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { staffNames } from '#server/modules/identity/index.ts'
import { namesOf } from '#server/modules/regions/index.ts'
import { badRows, reasonsOf } from './import.sql.ts'
import { cameTo } from './imported.sql.ts'
import { reachImport } from './reach-import.ts'
import { importShown } from './show-import.ts'

const badRowsShownMax = 100

export default operation(readImport, staff('case.import'), async (call) => {
  const { county, id } = call.params
  const row = await reachImport(call.db, call.actor, { county, id })
  const [names, reasons, bad, came] = await Promise.all([
    staffNames(call, row.person ? [row.person] : []),
    reasonsOf(call.db, county, id),
    badRows(call.db, county, id, 0, badRowsShownMax),
    row.state === 'done' || row.state === 'stopped' ? cameTo(call.db, county, id) : [],
  ])
  const regions = await namesOf(call, came.map((one) => one.county))
  return {
    ...importShown(row, names),
    problem: row.problem,
    encoding: row.encoding,
    reasons,
    badRows: bad,
    places: came.map((one) => ({ county: regions.get(one.county)!.name, cases: one.cases, answered: one.answered })),
  }
})
