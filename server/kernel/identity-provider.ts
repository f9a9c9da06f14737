import * as oidc from 'openid-client'
import type { Config } from '#server/config.ts'
import { Refused } from './refusal.ts'
import type { Vault } from './vault.ts'

/** The government's identity provider, by OpenID Connect (authorization code flow with PKCE). */
export interface IdentityProvider {
  name: { zh: string; en: string }
  /**
   * Where the browser goes to sign in, and a ticket that it brings back with the answer. The ticket is sealed: it holds
   * what tells our own question from a strange one, so nothing is kept here meanwhile.
   * @throws Refused provider.unreachable
   */
  ask(now: Date): Promise<{ url: string; ticket: string }>
  /**
   * Who came back. @param address the whole address that the provider sent the browser to
   * @throws Refused provider.refused when the answer isn't to our question, is too old or was used, provider.unreachable
   */
  answer(address: URL, ticket: string, now: Date): Promise<{ subject: string; account: string }>
}

const field = 'identity provider ticket'
const ticketSeconds = 600

interface Ticket {
  state: string
  nonce: string
  verifier: string
  until: number
}

export function identityProviderOf(settings: Config['oidc'], publicUrl: string, vault: Vault): IdentityProvider | undefined {
  if (!settings) return undefined
  const returning = `${publicUrl}/office/sign-in/return`
  const isPlain = settings.issuer.startsWith('http:')
  let known: Promise<oidc.Configuration> | undefined
  /** Its addresses and keys, read once; a failure is forgotten, so that the next one who asks tries anew. */
  const provider = () => (known ??= oidc.discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, {
    timeout: 8, ...(isPlain && { execute: [oidc.allowInsecureRequests] }),
  }).catch(() => {
    known = undefined
    throw new Refused('provider.unreachable', { retryAfterSeconds: 30 })
  }))
  return {
    name: settings.name,
    async ask(now) {
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
      const url = oidc.buildAuthorizationUrl(await provider(), {
        redirect_uri: returning, scope: settings.scope, state, nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
      })
      const ticket: Ticket = { state, nonce, verifier, until: now.getTime() + ticketSeconds * 1000 }
      return { url: url.href, ticket: vault.seal(field, JSON.stringify(ticket)).toString('base64url') }
    },
    async answer(address, sealed, now) {
      const ticket = openTicket(vault, sealed)
      if (!ticket || ticket.until < now.getTime() || !address.href.startsWith(`${returning}?`)) throw new Refused('provider.refused')
      const tokens = await oidc.authorizationCodeGrant(await provider(), address, {
        pkceCodeVerifier: ticket.verifier, expectedState: ticket.state, expectedNonce: ticket.nonce, idTokenExpected: true,
      }).catch((error: unknown) => {
        throw new Refused(isUnreachable(error) ? 'provider.unreachable' : 'provider.refused')
      })
      const claims = tokens.claims()!
      const account = claims[settings.claim]
      if (typeof account !== 'string' || account === '') throw new Refused('provider.no_account')
      return { subject: `${claims.iss}\n${claims.sub}`, account }
    },
  }
}

function openTicket(vault: Vault, sealed: string): Ticket | undefined {
  try {
    return JSON.parse(vault.open(field, Buffer.from(sealed, 'base64url')))
  } catch {
    return undefined
  }
}

/** The provider did not answer, or not as one: neither is the fault of whoever signs in. */
function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof oidc.ClientError && error.code === 'OAUTH_TIMEOUT')
}
