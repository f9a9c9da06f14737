import { constraintOf } from '#server/kernel/database.ts'
import { refuseOtherUse, type Call } from '#server/kernel/operation.ts'
import { Refused } from '#server/kernel/refusal.ts'
import { entrySent } from './entry.sql.ts'

/**
 * Says words under the caller's key. A retried send says nothing twice and is answered as the first time, whatever has
 * become of the case meanwhile.
 * @throws Refused key_missing, or key_used_otherwise where the key said something else, elsewhere or for somebody else
 */
export async function sayOnce<T>(
  call: Call<'addToMatter'> | Call<'noteCase'> | Call<'addGroupItem'>,
  say: (key: string) => Promise<T>,
  again: (key: string) => Promise<T>,
): Promise<T> {
  const key = call.key()
  const { county, id } = call.params
  try {
    return await say(key)
  } catch (error) {
    const mayBeRepeat = constraintOf(error) === 'entries_pkey' || (error instanceof Refused && error.code !== 'not_found')
    const before = mayBeRepeat ? await entrySent(call.db, county, key) : undefined
    if (!before) throw error
    refuseOtherUse(before, call)
    if (before.case_id !== id.toLowerCase()) throw new Refused('key_used_otherwise')
    return await again(key)
  }
}
