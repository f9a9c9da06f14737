import { lookup } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestSecurely } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPrivate, whyNotTell } from './delivery.ts'

export type Posted = { status: number } | { problem: 'bad_address' | 'private_address' | 'timeout' | 'unreachable' }

const waitMs = 10_000

class PrivateAddress extends Error {}

/**
 * Posts to an address that somebody gave, without letting it lead into the house: only https, only public addresses, looked at
 * where the name is resolved and connected to just these; no redirect is followed, and what comes back is not read. Hosts that
 * the operator named may be plain and private.
 */
export function postSafely(url: string, headers: Record<string, string>, body: string, allowedHosts: readonly string[]): Promise<Posted> {
  if (whyNotTell(url, allowedHosts)) return Promise.resolve({ problem: 'bad_address' })
  const target = new URL(url)
  const isAllowed = allowedHosts.includes(target.host)
  const request = target.protocol === 'https:' ? requestSecurely : requestPlain
  return new Promise((resolve) => {
    const sending = request(target, {
      method: 'POST', agent: false, signal: AbortSignal.timeout(waitMs), headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      ...(!isAllowed && { lookup: publicOnly }),
    }, (answer) => {
      resolve({ status: answer.statusCode ?? 0 })
      answer.destroy()
    })
    sending.on('error', (error) => resolve({ problem: problemOf(error) }))
    sending.end(body)
  })
}

function problemOf(error: Error): 'private_address' | 'timeout' | 'unreachable' {
  if (error instanceof PrivateAddress) return 'private_address'
  return error.name === 'TimeoutError' || error.name === 'AbortError' ? 'timeout' : 'unreachable'
}

/** Resolves a name to public addresses alone: should one of them be private, none is used. */
const publicOnly: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error) return done(error, [])
    if (found.length === 0 || found.some(({ address }) => isPrivate(address))) return done(new PrivateAddress('the name leads to a private address'), [])
    if (options.all) return done(null, found)
    done(null, found[0]!.address, found[0]!.family)
  })
}
