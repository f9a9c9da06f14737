import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export const client = { id: 'gongzhi', secret: 'a secret of the provider and this office' }

export interface RunningProvider {
  issuer: string
  /** What the browser does: follows the address to the provider, signs in there, and comes back. */
  signIn(url: string, as: { sub: string; account: string }): Promise<string>
  close(): Promise<void>
}

/** A real OpenID provider on a port of its own. Its sign-in page takes any subject; what they are called is said beside it. */
export async function openIdentityProvider(returning: string): Promise<RunningProvider> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const accounts = new Map<string, string>()
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [returning], token_endpoint_auth_method: 'client_secret_post' }],
    claims: { profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, preferred_username: accounts.get(sub) }) }),
  })
  server.on('request', provider.callback())
  return {
    issuer,
    signIn: (url, { sub, account }) => {
      accounts.set(sub, account)
      return walk(url, returning, sub)
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Walks from page to page as a browser would, with its cookies, filling in whatever form comes. */
async function walk(url: string, returning: string, login: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next: { url: string; form?: URLSearchParams } = { url }
  for (let steps = 0; steps < 20; steps++) {
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form && { method: 'POST', body: next.form }),
    })
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!
      cookies.set(name!, value!)
    }
    const to = response.headers.get('location')
    if (to?.startsWith(returning)) return to
    if (to) {
      next = { url: new URL(to, next.url).href }
      continue
    }
    const page = await response.text()
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1]
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1]
    if (!action || !prompt) throw new Error(`The provider answered ${response.status}: ${page.slice(0, 500)}`)
    next = { url: new URL(action, next.url).href, form: new URLSearchParams({ prompt, login, password: 'any' }) }
  }
  throw new Error('The provider never came to an end')
}
