import { readMatterPhoto } from '#contract/casework.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { servePhoto } from '#server/modules/files/index.ts'
import { recallWhole } from '../reading/recall-whole.ts'

/** Photos of one's own matter; of a public one, those that were chosen for everybody. */
export default operation(readMatterPhoto, anyone, async (call) => {
  const { county, id, photo } = call.params
  const whole = orRefuse(await recallWhole(call, county, id))
  const own = call.actor?.app === 'resident' && whole.appeals.some((appeal) => appeal.person === call.actor?.person)
  const forResident = whole.entries.filter((entry) => entry.audience === 'resident').flatMap((entry) => entry.photos)
  const shown = own ? [...whole.appeals.flatMap((appeal) => appeal.photos), ...forResident] : whole.row.publicity === 'public' ? (whole.row.public_photos ?? []) : []
  orRefuse(shown.includes(photo) || undefined)
  return await servePhoto(call, county, photo, call.query.size ?? 'full')
})
