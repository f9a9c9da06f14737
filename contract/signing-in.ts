import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { ById, Done, Id, InBoth, Instant, OneOf, Phone } from './wire.ts'

const Code = Type.String({ pattern: '^[0-9]{6}$' })
const Login = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,39}$' })
const Password = Type.String({ minLength: 1, maxLength: 200 })
/** One that was cut off on its way is not valid, like any other that was never given out. */
const Token = Type.String({ minLength: 1, maxLength: 200 })

export const requestPhoneCode = contract('requestPhoneCode', {
  summary: 'Send a sign-in code to a phone. In demo mode the code comes back in the reply',
  body: words({ phone: Phone }),
  reply: words({
    expiresInSeconds: Type.Integer(),
    again: words({ afterSeconds: Type.Integer() }),
    demoCode: Type.Optional(Code),
  }),
  refusals: ['code.too_many'],
})

export const signInByPhone = contract('signInByPhone', {
  summary: 'Sign a resident in by phone code. A new phone needs consent to the privacy notice',
  body: words({ phone: Phone, code: Code, consent: Type.Optional(Type.String({ maxLength: 20, description: 'version of the privacy notice agreed to' })) }),
  reply: words({ person: Id, isNew: Type.Boolean() }),
  refusals: ['code.wrong', 'code.expired', 'code.too_many', 'consent.needed'],
})

export const signInStaff = contract('signInStaff', {
  summary: 'Sign a staff member in by password and second factor (a TOTP code or one of the recovery codes)',
  body: words({ login: Login, password: Password, secondFactor: Type.String({ minLength: 6, maxLength: 20 }) }),
  reply: words({ person: Id, recoveryCodesLeft: Type.Integer() }),
  refusals: ['sign_in.wrong', 'sign_in.too_many', 'sign_in.second_factor_wrong', 'sign_in.no_post'],
})

export const askProvider = contract('askProvider', {
  summary: "Where the browser goes to sign in at the government's identity provider, and the ticket to bring back",
  reply: words({ url: Type.String(), ticket: Type.String() }),
  refusals: ['provider.unreachable', 'sign_in.too_many'],
})

export const signInByProvider = contract('signInByProvider', {
  summary: 'Sign a staff member in by the address that the identity provider sent the browser back to',
  body: words({ address: Type.String({ maxLength: 4_000 }), ticket: Type.String({ maxLength: 1_000 }) }),
  reply: words({ person: Id }),
  refusals: ['provider.refused', 'provider.unreachable', 'provider.no_account', 'sign_in.no_post', 'sign_in.too_many'],
})

export const signOut = contract('signOut', { summary: 'End this session', reply: Done })

export const Session = words({
  id: Id,
  app: OneOf(['resident', 'office']),
  device: Type.String(),
  startedAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  isThis: Type.Boolean(),
})

export const listSessions = contract('listSessions', {
  summary: 'My open sessions, in both apps',
  reply: words({ items: Type.Array(Session) }),
})

export const endSession = contract('endSession', { summary: 'End one of my sessions', params: ById, reply: Done })

export const DemoAccount = words({
  app: OneOf(['resident', 'office']),
  name: InBoth,
  part: InBoth,
  login: Type.Optional(Type.String()),
  password: Type.Optional(Type.String()),
  secondFactor: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
})

export const listDemoAccounts = contract('listDemoAccounts', {
  summary: 'The demo accounts with their current codes. Exists in demo mode only',
  reply: words({ items: Type.Array(DemoAccount) }),
  refusals: ['demo.only'],
})

export const readLink = contract('readLink', {
  summary: 'What a one-time link is for, and the new second factor to set up',
  body: words({ token: Token }),
  reply: words({
    kind: OneOf(['invitation', 'first_administrator', 'reset']),
    login: Type.String(),
    secret: Type.String({ description: 'TOTP secret, base32' }),
    uri: Type.String({ description: 'otpauth:// address for the QR code' }),
    qr: Type.String({ description: 'the same as an SVG' }),
  }),
  refusals: ['link.not_valid'],
})

export const useLink = contract('useLink', {
  summary: 'Choose a password and confirm the second factor; the link is then used up',
  body: words({ token: Token, password: Password, code: Code }),
  reply: words({ login: Type.String(), recoveryCodes: Type.Array(Type.String()) }),
  refusals: ['link.not_valid', 'password.too_weak', 'sign_in.second_factor_wrong'],
})

export const askReset = contract('askReset', {
  summary: 'Ask the administrator for a reset. Answers the same whether the account exists or not',
  body: words({ login: Login }),
  reply: Done,
  refusals: ['sign_in.too_many'],
})

export type Session = Static<typeof Session>
export type DemoAccount = Static<typeof DemoAccount>
