import { randomInt } from 'node:crypto'
import { renderSVG } from 'uqr'
import { readCommunityCode } from '#contract/identity.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { regionPlace } from '../region-place.sql.ts'
import { codeOf, keepCode } from './community.sql.ts'

const villageLevel = 5
/** Nothing that could be read as something else, for those who type it. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const length = 12

/** Made when it is first asked for; the same ever after. */
export default operation(readCommunityCode, staff('community.code'), async ({ params: { county, village }, actor, db, change, config, now }) => {
  const region = orRefuse(await regionPlace(db, village))
  orRefuse(region.level === villageLevel && region.county === county ? region : undefined)
  orRefuse(can(actor, 'community.code', { ...region, county }))
  const code = (await codeOf(db, county, village)) ?? (await change(county, (tx) => keepCode(tx, { county, village, code: newCode(), now })))
  const url = `${config.publicUrl}/join/${code}`
  return { code, url, qr: renderSVG(url, { ecc: 'M', border: 2 }) }
})

const newCode = () => Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
