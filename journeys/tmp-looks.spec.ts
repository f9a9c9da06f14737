import { join } from 'node:path'
import { root } from '../node24.js'
import { fillMachines } from './busy-machines.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { team } from '#server/demo/cast.ts'
import { lookAt } from './look.ts'
import { officeScreens } from './screens.ts'
import { expect, test } from './story.ts'
test.describe.configure({ timeout: 900_000 })
test('mine', async ({ product: { url }, language, say, openDesk }) => {
  const callers = { admin: await signInByApi(url, team.admin), centre: await signInByApi(url, team.centre), chen: await signInByApi(url, team.secretary) } as Record<string, never>
  const machines = await fillMachines(url, callers.admin!)
  const screens = officeScreens(say, { cases: {}, imports: {}, link: '', grant: '', post: '', machines } as never).filter(({ name }) => /api-keys|signal|deliver/.test(name))
  for (const screen of screens) {
    const page = await lendSession(await openDesk({ reducedMotion: 'reduce' }), url, callers[screen.who!]!)
    await test.step(screen.name, async () => {
      await page.goto(screen.path)
      await expect(page.getByText(screen.shows).first()).toBeVisible()
      await screen.then?.(page)
      await lookAt(page, screen.name, (look) => join(root, 'test-results', 'looks-machines', language, `${screen.name}-${look}.png`))
    })
    await page.close()
  }
})
