import { readPhoto } from '#contract/files.ts'
import { operation, signedIn } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { photoOf } from './photo.sql.ts'
import { servePhoto } from './serve-photo.ts'

/** Only its owner's; others see it through the matter that it was sent with. */
export default operation(readPhoto, signedIn, async (call) => {
  const { params, query, actor, db } = call
  const photo = await photoOf(db, params.county, params.id)
  orRefuse(photo?.person === actor.person ? photo : undefined)
  return await servePhoto(call, params.county, params.id, query.size)
})
