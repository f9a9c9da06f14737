import { exportCasesBehind } from '#contract/figures.ts'
import type { InBoth } from '#contract/wire.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { numberOf } from '#server/modules/casework/index.ts'
import { linesBehind, type LineRow } from './behind.sql.ts'
import type { Cell } from './csv.ts'
import { behind } from './rows-behind.sql.ts'
import { findScope } from './find-scope.ts'
import { timesIn } from './local-time.ts'
import { nameLines } from './name-lines.ts'
import { groundIn, stateIn, wordsIn } from './said.ts'
import { fileOf } from './write-file.ts'

const linesMax = 50_000

/** Numbers, places, times: no title, since it is made of what somebody said. */
export default operation(exportCasesBehind, staff('figures.read'), async (call) => {
  const { config, db, language, now, query } = call
  const { scope, period } = await findScope(call)
  const rows = await linesBehind(db, behind(query.figure, scope, period, now, query.over), undefined, linesMax)
  const shown = rows.slice(0, linesMax)
  const said = wordsIn(language)
  const names = await nameLines(call, shown)
  const at = timesIn(config.zone)
  const nameOf = (both: InBoth | null | undefined): Cell => (both ? (language === 'en' ? (both.en ?? both.zh) : both.zh) : null)
  const lateOf = (is: boolean) => (query.figure.startsWith('exclusion') ? said.lines[is ? 'refused' : 'granted'] : said.lines[is ? 'yes' : 'no'])
  const cellsOf = (row: LineRow): Cell[] => {
    const [town, village] = names.place(row)
    return [
      numberOf(row), stateIn(language, row.state), nameOf(names.category(row)) ?? said.unsorted, nameOf(town), nameOf(village),
      nameOf(names.body(row).name), at(row.sort_at), row.ended_at && at(row.ended_at),
      row.late === null ? null : lateOf(row.late), row.minutes,
      nameOf(names.ruledBy(row)?.name), row.ground && groundIn(language, row.ground),
    ]
  }
  const { number, state, category, town, village, body, at: when, endedAt, late, minutes, ruledBy, ground, cut } = said.lines
  const table = [
    [number, state, category, town, village, body, when, endedAt, late, minutes, ruledBy, ground],
    ...shown.map(cellsOf),
    ...(rows.length > linesMax ? [[cut.replace('{{count}}', String(linesMax))]] : []),
  ]
  return await fileOf(query.format, `${said.keys[query.figure]} ${period.name}`, [{ name: said.sheets.cases, rows: table }])
})
