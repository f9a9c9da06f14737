import type { Rooms } from '#server/kernel/rooms.ts'
import type { Verb } from '#server/kernel/verb.ts'
import { casesAfter, countiesWithCases, foldCases } from './fold.sql.ts'

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

/** The same for one county. Work goes on meanwhile. @returns how many cases */
export async function rebuildCounty({ db, change }: Pick<Rooms, 'db' | 'change'>, county: number, print: (line: string) => void): Promise<number> {
  let made = 0
  let after = beforeAll
  for (;;) {
    const cases = await casesAfter(db, county, after, casesPerChange)
    if (cases.length === 0) return made
    await change(county, (tx) => foldCases(tx, county, cases, 'these alone'))
    after = cases.at(-1)!
    made += cases.length
    if (made % casesPerSign === 0) print(`${made} cases of county ${county} …`)
  }
}
