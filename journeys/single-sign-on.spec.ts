import { rmSync } from 'node:fs'
import { team } from '#server/demo/cast.ts'
import { client, openIdentityProvider } from '#server/test/identity-provider.ts'
import { copyTemplate } from './make-template.ts'
import { freePort, openProductIn, type Product } from './open-product.ts'
import { takePicture } from './picture.ts'
import { expect, test as base } from './story.ts'

/** A product that signs staff in by a provider; it outlives the pages, which ask it for news until they are closed. */
const test = base.extend<object, { product: Product }>({
  product: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that nothing is used
    async ({}, use) => {
      const folder = copyTemplate()
      const port = await freePort()
      const provider = await openIdentityProvider(`http://127.0.0.1:${port}/office/sign-in/return`)
      const env = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret, OIDC_CLAIM: 'sub' }
      const product = await openProductIn(folder, { port, env })
      await use(product)
      await product.close()
      await provider.close()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

test('staff sign in by the government’s identity provider and land where they wanted to go; a stranger is told why not', async ({ product: { url }, language, say, openDesk, watch }) => {
  watch.expect('https://fonts.googleapis.com') // which the provider’s own page asks for
  watch.expect('403 POST') // the stranger
  const button = say('office.signIn.byProvider', { name: language === 'zh' ? '统一身份认证' : 'government account' })

  await test.step('the secretary goes by the provider and comes to the page that was asked for', async () => {
    const page = await openDesk()
    await page.goto('/office/3/notices')
    await expect(page.getByRole('button', { name: button })).toBeVisible()
    await takePicture(page, language, '65-identity-provider')
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
    const page = await openDesk()
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
})
