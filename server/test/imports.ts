import type { Mapping } from '#contract/imports.ts'
import type { Operations } from '#contract/index.ts'
import { county } from '#server/demo/cast.ts'
import { advanceImport } from '#server/modules/casework/imports/advance-import.ts'
import { upload } from './import-file.ts'
import type { Caller, Town } from './town.ts'

/** The worker goes on with an import until it rests. */
export async function work(town: Town, id: string, where = county): Promise<void> {
  while (['checking', 'running'].includes((await advanceImport(town.house.rooms, where, id, 10_000))?.state ?? ''));
}

/** Uploaded, checked. @returns what the check found */
export async function checked(town: Town, by: Caller, file: Buffer, given?: Mapping): Promise<Operations['readImport']['reply']> {
  const id = await upload(by, file, given)
  await by.ask('checkImport', { params: { county, id } })
  await work(town, id)
  return await by.ask('readImport', { params: { county, id } })
}

/** Uploaded, checked and taken in. @returns what came of it */
export async function takenIn(town: Town, by: Caller, file: Buffer, given?: Mapping): Promise<Operations['readImport']['reply']> {
  const { id } = await checked(town, by, file, given)
  await by.ask('runImport', { params: { county, id } })
  await work(town, id)
  return await by.ask('readImport', { params: { county, id } })
}
