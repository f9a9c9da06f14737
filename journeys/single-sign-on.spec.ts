import { rmSync } from 'node:fs'
import { team } from '#server/demo/cast.ts'
import { client, openIdentityProvider } from '#server/test/identity-provider.ts'
import { copyTemplate } from './make-template.ts'
import { freePort, openProductIn } from './open-product.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

test('staff sign in by the government’s identity provider and land where they wanted to go; a stranger is told why not', async ({ language, say, openDesk, watch }) => {
  watch.expect('https://fonts.googleapis.com') // which the provider’s own page asks for
  watch.expect('403 POST') // the stranger
  const folder = copyTemplate()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const provider = await openIdentityProvider(`${url}/office/sign-in/return`)
  const env = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret, OIDC_CLAIM: 'sub' }
  const product = await openProductIn(folder, { port, env })
  const button = say('office.signIn.byProvider', { name: language === 'zh' ? '统一身份认证' : 'government account' })

  await test.step('the secretary goes by the provider and comes to the page that was asked for', async () => {
    const page = await openDesk({ baseURL: url })
    await page.goto('/office/3/notices')
    await expect(page.getByRole('button', { name: button })).toBeVisible()
    await takePicture(page, language, '31-identity-provider')
    await page.getByRole('button', { name: button }).click()
    await page.locator('input[name=login]').fill(team.secretary.login)
    await page.locator('input[name=password]').fill('any')
    await page.locator('button[type=submit]').click()
    await page.locator('input[name=prompt][value=consent]').waitFor({ state: 'attached' })
    await page.locator('button[type=submit]').click()
    await expect(page).toHaveURL(`${url}/office/3/notices`)
    await expect(page.getByText(language === 'zh' ? team.secretary.zh : team.secretary.en).first()).toBeVisible()
  })

  await test.step('somebody whom the provider knows and this office does not is told so', async () => {
    const page = await openDesk({ baseURL: url })
    await page.goto('/office/sign-in')
    await page.getByRole('button', { name: button }).click()
    await page.locator('input[name=login]').fill('stranger')
    await page.locator('input[name=password]').fill('any')
    await page.locator('button[type=submit]').click()
    await page.locator('input[name=prompt][value=consent]').waitFor({ state: 'attached' })
    await page.locator('button[type=submit]').click()
    await expect(page.getByRole('alert')).toHaveText(say('refusals.provider.no_account'))
    await page.getByRole('link', { name: say('office.signIn.again') }).click()
    await expect(page.getByRole('button', { name: button })).toBeVisible()
  })

  await product.close()
  await provider.close()
  rmSync(folder, { recursive: true, force: true })
})
