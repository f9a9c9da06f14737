import { decidePublication } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actAtDesk } from './act-on-case.ts'
import { keepPublicView } from './case.sql.ts'
import { publicationDecided } from './decision.ts'
import { photosOfAppeals } from '../matters/appeal.sql.ts'

/**
 * What the public sees is redacted words and chosen pictures, beside the original, which stays as it was said. Where the
 * matter is kept private, the words tell the resident why.
 */
export default operation(decidePublication, staff('case.triage'), async (call) => {
  const { publish, words, photos } = call.body
  const { county, id } = call.params
  refuseIf(publish && !words ? 'bad_input' : undefined, { fields: [{ path: '/words', message: 'required' }] })
  return await actAtDesk(
    call,
    'publish',
    'case.triage',
    async ({ on, tx }) => {
      if (publish) {
        const own = await photosOfAppeals(tx, county, id)
        refuseIf(photos.every((photo) => own.includes(photo)) ? undefined : 'photo.not_yours')
        await keepPublicView(tx, county, id, words!, photos)
      }
      return publicationDecided(on, publish)
    },
    { kind: 'publication', audience: 'resident', words },
  )
})
