import type { Refusal } from '#server/kernel/refusal.ts'

/** Why nothing may be told to this address: only https, unless the operator named its host. What a name leads to is looked at when it is sent. */
export function whyNotTell(url: string, allowedHosts: readonly string[]): Refusal | undefined {
  if (!URL.canParse(url)) return 'client.bad_address'
  const { protocol, hostname, host, username, password } = new URL(url)
  if (username || password) return 'client.bad_address'
  if (allowedHosts.includes(host)) return protocol === 'https:' || protocol === 'http:' ? undefined : 'client.bad_address'
  const name = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'https:' && !(isAddress(name) && isPrivate(name)) ? undefined : 'client.bad_address'
}

const isAddress = (name: string) => /^[\d.]+$/.test(name) || name.includes(':')

/** Addresses that lead into the house or nowhere: loopback, link-local, private, shared, multicast, documentation. */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(?:([\d.]+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i.exec(address)
  if (mapped) return isPrivate(mapped[1] ?? dotted(mapped[2]!, mapped[3]!))
  if (address.includes(':')) return !/^[23]/.test(address) || /^2001:(0?db8|0{0,4}):|^2002:|^64:ff9b:/i.test(address)
  const parts = address.split('.').map(Number)
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255)) return true
  const [a, b] = parts as [number, number]
  if (a === 0 || a === 10 || a === 127 || a >= 224) return true
  if (a === 100 && b >= 64 && b <= 127) return true
  if (a === 169 && b === 254) return true
  if (a === 172 && b >= 16 && b <= 31) return true
  return (a === 192 && (b === 168 || b === 0)) || (a === 198 && (b === 18 || b === 19 || b === 51)) || (a === 203 && b === 0)
}

const dotted = (high: string, low: string): string => {
  const [one, other] = [parseInt(high, 16), parseInt(low, 16)]
  return [one >> 8, one & 255, other >> 8, other & 255].join('.')
}

/** After so many tries a delivery is given up: the last comes about half a day after the first. */
export const triesMax = 9
const firstWaitMs = 10_000
const longestWaitMs = 6 * 3_600_000

/** When to try again after so many tries; undefined: give up. */
export function nextTry(tries: number, now: Date): Date | undefined {
  if (tries >= triesMax) return undefined
  return new Date(now.getTime() + Math.min(longestWaitMs, firstWaitMs * 4 ** (tries - 1)))
}
