import type { Mapping } from '#contract/imports.ts'
import { call, sendImportPart } from '#screen/api.ts'

/** A file on its way, with what of it has arrived: after a break it goes on from there. */
export interface Sending {
  /** The import's id, so that a repeated beginning makes no second one. */
  key: string
  file: File
  mapping: Mapping
  arrived: Set<number>
}

/**
 * Makes the import, sends what has not arrived of the file, and has it checked.
 * @param progress is told how much of the file is there, from 0 to 1
 */
export async function sendFile(county: number, { key, file, mapping, arrived }: Sending, progress: (share: number) => void): Promise<string> {
  const made = await call('createImport', { params: { county }, key, body: { mapping, fileName: file.name, fileBytes: file.size } })
  for (let part = 0; part < made.parts; part++) {
    if (arrived.has(part)) continue
    const bytes = file.slice(part * made.partBytes, (part + 1) * made.partBytes)
    await sendImportPart({ county, id: made.id, part }, bytes, (share) => progress((part + share) / made.parts))
    arrived.add(part)
  }
  await call('checkImport', { params: { county, id: made.id } })
  return made.id
}
