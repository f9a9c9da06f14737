import { uploadPhoto } from '#contract/files.ts'
import { countTry, type Limit } from '#server/kernel/limits.ts'
import { operation, refuseOtherUse, signedIn, type Call } from '#server/kernel/operation.ts'
import { orRefuse, Refused } from '#server/kernel/refusal.ts'
import { digestOf } from '#server/kernel/vault.ts'
import { photoKeys } from './photo-keys.ts'
import { claimPhoto, markKept, photoOf, type PhotoRow } from './photo.sql.ts'
import { shrinkPicture } from './shrink-picture.ts'

const uploads: Limit = { name: 'photo upload', triesMax: 300, perSeconds: 3_600, refusal: 'too_many_requests' }

/**
 * The row is claimed before the pictures are put into the store, and marked after: what breaks in between is completed
 * by the retried send, or removed with the unused, and never lies in the store without a row.
 */
export default operation(uploadPhoto, signedIn, async (call) => {
  const { params, actor, db, change, vault, store, now } = call
  const { county } = params
  const id = call.key()
  await countTry(db, vault, uploads, actor.person, now)
  const { bytes, isCut } = orRefuse(await call.file('photo'), 'photo.not_a_picture')
  if (isCut) throw new Refused('photo.too_large')
  const sent = digestOf(bytes)

  const before = await sameSend(call, sent)
  if (before?.kept_at) return { id, width: before.width, height: before.height }
  const { full, thumb, width, height } = await shrinkPicture(bytes)
  const photo = { county, id, person: actor.person, width, height, bytes: full.length, sent, now }
  const isClaimed = await change(county, (tx) => claimPhoto(tx, photo))
  if (!isClaimed) await sameSend(call, sent)
  const keys = photoKeys(county, id)
  await Promise.all([store.put(keys.full, full), store.put(keys.thumb, thumb)])
  await change(county, (tx) => markKept(tx, county, id, now))
  return { id, width, height }
})

/** What the key was used for before, which must have been the same. */
async function sameSend(call: Call<'uploadPhoto'>, sent: Buffer): Promise<PhotoRow | undefined> {
  const before = await photoOf(call.db, call.params.county, call.key())
  if (before) refuseOtherUse(before, { sent, actor: call.actor })
  return before
}
