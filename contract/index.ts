import * as advice from './advice.ts'
import * as casework from './casework.ts'
import * as codes from './codes.ts'
import * as digest from './digest.ts'
import * as exchange from './exchange.ts'
import * as figures from './figures.ts'
import * as files from './files.ts'
import * as imports from './imports.ts'
import * as house from './house.ts'
import * as identity from './identity.ts'
import * as notices from './notices.ts'
import * as open311 from './open311.ts'
import type { Input, Reply } from './operation.ts'
import { paths, type OperationId } from './paths.ts'
import * as policies from './policies.ts'
import * as publicFigures from './public-figures.ts'
import * as routing from './routing.ts'
import * as regions from './regions.ts'
import * as signals from './signals.ts'
import * as tracks from './tracks.ts'

const everything = { ...house, ...regions, ...identity, ...files, ...notices, ...casework, ...digest, ...advice, ...imports, ...policies, ...routing, ...codes, ...figures, ...publicFigures, ...exchange, ...signals, ...open311, ...tracks }

/** All operations by id. */
export const operations = Object.fromEntries(
  (Object.keys(paths) as OperationId[]).map((id) => [id, everything[id]]),
) as unknown as { [Id in OperationId]: (typeof everything)[Id] }

/** What each operation takes and gives back, for the screens (types only). */
export type Operations = {
  [Id in OperationId]: Input<(typeof everything)[Id]> & { reply: Reply<(typeof everything)[Id]> }
}
