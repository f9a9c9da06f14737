import { Secret, TOTP } from 'otpauth'

/** TOTP (RFC 6238): 6 digits, 30 seconds, SHA-1 as authenticator apps expect. */
const periodSeconds = 30
const window = 1

const totpOf = (secret: string, login = '') =>
  new TOTP({ issuer: 'Gongzhi 共治', label: login, algorithm: 'SHA1', digits: 6, period: periodSeconds, secret: Secret.fromBase32(secret) })

/** A new secret, base32, 160 bits. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** The otpauth:// address that an authenticator app scans. */
export const uriOf = (secret: string, login: string): string => totpOf(secret, login).toString()

/** The code in force at an instant; the demo shows it. */
export const codeAt = (secret: string, now: Date): string => totpOf(secret).generate({ timestamp: now.getTime() })

/** The number of the half minute that an instant lies in, and back. */
export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / periodSeconds)
export const stepStarts = (step: number): Date => new Date(step * periodSeconds * 1000)

/** The step that a code belongs to, one step early or late allowed; undefined: wrong. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window })
  return delta === null ? undefined : stepAt(now) + delta
}
