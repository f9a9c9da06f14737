import { listDemoAccounts as contract } from '#contract/identity.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { findDemoCodes } from '#server/modules/identity/index.ts'
import { demoPassword, residents, team, type CastResident, type CastStaff } from './cast.ts'
import { demoRegions } from './county.ts'

/** The cast, with what signs each of them in. It stands here and not in identity: only the demo knows its own secrets. */
export const listDemoAccounts = operation(contract, anyone, async ({ config, db, vault, now }) => {
  refuseIf(config.demo ? undefined : 'demo.only')
  const codes = await findDemoCodes({ db, vault }, now)
  const staff = Object.values<CastStaff>(team).filter((one) => codes.has(one.login))
  return { items: [...Object.values<CastResident>(residents).map(resident), ...staff.map((one) => worker(one, codes.get(one.login)))] }
})

const resident = (one: CastResident) => {
  const home = demoRegions().find(({ id }) => id === one.home?.village)
  const part = home ? { zh: `${home.zh}居民`, en: `Resident of ${home.en}` } : { zh: '居民，尚未加入社区', en: 'Resident, joined nowhere yet' }
  return { app: 'resident' as const, name: { zh: one.zh, en: one.en }, part, phone: one.phone }
}

const worker = (one: CastStaff, secondFactor: string | undefined) => ({
  app: 'office' as const,
  name: { zh: one.zh, en: one.en },
  part: { zh: `${one.body.zh} ${one.title.zh}`, en: `${one.title.en}, ${one.body.en}` },
  login: one.login,
  password: demoPassword,
  ...(secondFactor && { secondFactor }),
})
