import { listDemoAccounts as contract } from '#contract/identity.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { Refused } from '#server/kernel/refusal.ts'
import { codeAt } from '#server/modules/identity/second-factor.ts'
import { demoPassword, residents, team } from './cast.ts'
import { usedSteps } from './demo.sql.ts'

const stepMs = 30_000

/** The demo's accounts with a code that has not been used up. Exists in demo mode only. */
export const listDemoAccounts = operation(contract, anyone, async ({ config, db, now }) => {
  if (!config.demo) throw new Refused('demo.only')
  const used = await usedSteps(db)
  const staff = Object.values(team).map((one) => {
    const step = Math.floor(now.getTime() / stepMs)
    const isUsed = (used.get(one.person) ?? 0) >= step
    return {
      app: 'office' as const,
      name: { zh: one.zh, en: one.en },
      part: { zh: `${one.body.zh} · ${one.title.zh}`, en: `${one.title.en}, ${one.body.en}` },
      login: one.login,
      password: demoPassword,
      secondFactor: codeAt(one.secret, new Date(isUsed ? now.getTime() + stepMs : now.getTime())),
    }
  })
  const people = Object.values(residents).map((one) => ({
    app: 'resident' as const, name: { zh: one.zh, en: one.en }, part: { zh: '居民', en: 'Resident' }, phone: one.phone,
  }))
  return { items: [...staff, ...people] }
})
