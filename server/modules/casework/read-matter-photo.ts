import { readMatterPhoto } from '#contract/casework.ts'
import { operation, resident } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { servePhoto } from '#server/modules/files/index.ts'
import { recallWhole } from './recall-whole.ts'

export default operation(readMatterPhoto, resident, async (call) => {
  const { county, id, photo } = call.params
  const whole = orRefuse(await recallWhole(call, county, id))
  const own = whole.appeals.some((appeal) => appeal.person === call.actor.person)
  const forResident = whole.entries.filter((entry) => entry.audience === 'resident').flatMap((entry) => entry.photos)
  const shown = own ? [...whole.appeals.flatMap((appeal) => appeal.photos), ...forResident] : whole.row.publicity === 'public' ? (whole.row.public_photos ?? []) : []
  orRefuse(shown.includes(photo) || undefined)
  return await servePhoto(call, county, photo, call.query.size ?? 'full')
})
