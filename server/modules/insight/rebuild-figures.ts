import type { Rooms } from '#server/kernel/rooms.ts'
import type { Verb } from '#server/kernel/verb.ts'
import { foldDays, foldMonths } from './fold-sums.ts'
import { casesAfter, countiesWithCases, foldCases } from './fold.sql.ts'
import { unfoldAll } from './sum.sql.ts'

const casesPerChange = 2_000
const casesPerSign = 100_000
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Makes the rows that figures are counted from anew, of all counties: after rows came in past the facts, or to be sure. */
export const rebuildFigures: Verb = {
  name: 'rebuild-figures',
  summary: 'count the figures anew from the cases as they are',
  forwards: true,
  async run(rooms, _, print) {
    let made = 0
    for (const county of await countiesWithCases(rooms.db)) made += await rebuildCounty(rooms, county, print)
    print(`Figures of ${made} cases are made anew.`)
    return 0
  },
}

/** The same for one county, and their sums. Work goes on meanwhile. @returns how many cases */
export async function rebuildCounty(rooms: Rooms, county: number, print: (line: string) => void): Promise<number> {
  const { db, change } = rooms
  await change(county, (tx) => unfoldAll(tx, county))
  let made = 0
  let after = beforeAll
  for (;;) {
    const cases = await casesAfter(db, county, after, casesPerChange)
    if (cases.length === 0) break
    await change(county, (tx) => foldCases(tx, county, cases, 'these alone'))
    after = cases.at(-1)!
    made += cases.length
    if (made % casesPerSign === 0) print(`${made} cases of county ${county} …`)
  }
  print(`${await foldDays(rooms, county, rooms.clock())} days of county ${county} are added up.`)
  await foldMonths(rooms, county, rooms.clock())
  return made
}
