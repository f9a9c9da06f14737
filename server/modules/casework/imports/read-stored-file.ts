import type { Store } from '#server/kernel/store.ts'
import type { Bytes } from './inflate-bytes.ts'

/** Where the parts of an import's file lie in the store. */
export const partKey = (county: number, id: string, part: number): string => `imports/${county}/${id}/part${part}`

/** The file of an import, part after part. */
export async function* storedFile(store: Store, { county, id }: { county: number; id: string }, parts: number): Bytes {
  for (let part = 0; part < parts; part++) {
    const bytes = await store.get(partKey(county, id, part))
    if (!bytes) throw new Error('a part of an import is not in the store')
    yield bytes
  }
}
