import type { OperationId } from '#contract/paths.ts'
import { team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { csvOf, row, upload } from './import-file.ts'
import { appoint, type Neighbour } from './newcomers.ts'
import type { Reach } from './reaches.ts'
import type { Town } from './town.ts'

/** An import of the county, one that is not there, and one of another county, for every operation on one. */
export async function importsInReach(town: Town, far: Neighbour): Promise<Partial<Record<OperationId, Reach>>> {
  const centre = await town.signIn(team.centre)
  const farCentre = await appoint(town, far.admin, { county: far.county, body: far.centre, role: 'centre_dispatcher', login: 'neighbour-centre' })
  const [mine, other] = [await upload(centre, csvOf([row('1')])), await upload(centre, csvOf([row('1')]))]
  const theirs = await upload(farCentre.caller, csvOf([row('1')]), undefined, far.county)
  const at = (id: string) => ({ params: { id, part: 0 } })
  const reach = (inside: string): Reach => ({ by: centre, inside: at(inside), outside: [at(uuidv7()), at(theirs)] })
  return {
    readImport: reach(mine), listImported: reach(mine), downloadBadRows: reach(mine), sendImportPart: reach(mine), checkImport: reach(mine),
    runImport: reach(mine), stopImport: reach(other),
  }
}
