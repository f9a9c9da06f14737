import { readCasePhoto } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { servePhoto } from '#server/modules/files/index.ts'
import { reachedOf } from '../cases/act-on-case.ts'
import { recallWhole } from './recall-whole.ts'

export default operation(readCasePhoto, staff('case.read'), async (call) => {
  const { county, id, photo } = call.params
  const whole = orRefuse(await recallWhole(call, county, id))
  orRefuse(can(call.actor, 'case.read', reachedOf(whole.row)))
  const photos = [...whole.appeals, ...whole.entries].flatMap((one) => one.photos)
  orRefuse(photos.includes(photo) || undefined)
  return await servePhoto(call, county, photo, call.query.size ?? 'full')
})
