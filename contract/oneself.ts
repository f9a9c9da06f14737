import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Done, Id, InBoth, Instant, Language, Name, NamedBody, NamedRegion, Nullable, OneOf, Region } from './wire.ts'

export const Membership = words({
  id: Id,
  county: Region,
  village: NamedRegion,
  telephone: Nullable(Type.String({ description: 'of the body whose desk the community is' })),
  kind: Type.String(),
  state: Type.String(),
  reason: Nullable(Type.String()),
})

export const HeldPost = words({
  id: Id,
  county: Region,
  role: Type.String(),
  title: InBoth,
  body: NamedBody,
  region: NamedRegion,
})

export const Me = words({
  person: Id,
  app: OneOf(['resident', 'office']),
  name: Nullable(Type.String()),
  phone: Nullable(Type.String(), { description: 'masked' }),
  login: Nullable(Type.String()),
  language: Language,
  isAfterSilence: Type.Boolean({ description: 'the phone was silent for long, so its earlier matters wait until a community has verified who this is' }),
  consent: words({ needed: Type.Boolean(), version: Type.String() }),
  memberships: Type.Array(Membership),
  posts: Type.Array(HeldPost),
  actions: Type.Array(Type.String(), { description: 'what I may do somewhere; the server decides again on each row' }),
})

export const readMe = contract('readMe', { summary: 'Who I am here, and what I may do', reply: Me })

export const changeMe = contract('changeMe', {
  summary: 'Correct my name or choose a language',
  body: words({ name: Type.Optional(Name), language: Type.Optional(Language) }),
  reply: Done,
  refusals: ['masked_value'],
})

export const readPrivacyNotice = contract('readPrivacyNotice', {
  summary: 'The privacy notice in force',
  reply: words({ version: Type.String(), text: words({ zh: Type.String(), en: Type.String() }) }),
})

export const giveConsent = contract('giveConsent', {
  summary: 'Agree to the privacy notice in force',
  body: words({ version: Type.String({ maxLength: 20 }) }),
  reply: Done,
  refusals: ['consent.needed'],
})

/** What is held on me, from the declarations of personal fields, and who opened it. */
export const MyRecord = words({
  held: Type.Array(
    words({
      field: Type.String({ description: 'a key of the words: personal.<field>' }),
      purpose: Type.String(),
      ground: Type.String(),
      keptFor: Type.String(),
      value: Type.String(),
      count: Type.Integer({ description: 'rows that hold it' }),
    }),
  ),
  openings: Type.Array(
    words({ at: Instant, field: Type.String(), body: InBoth, purpose: Type.String(), words: Nullable(Type.String()), caseNumber: Nullable(Type.String()) }),
  ),
  consents: Type.Array(words({ version: Type.String(), at: Instant })),
})

export const readMyRecord = contract('readMyRecord', {
  summary: 'What is held on me, why, for how long, and who looked',
  reply: MyRecord,
})

export const renewRecoveryCodes = contract('renewRecoveryCodes', {
  summary: 'New recovery codes for my second factor; the old ones end',
  body: words({ secondFactor: Type.String({ minLength: 6, maxLength: 20 }) }),
  reply: words({ recoveryCodes: Type.Array(Type.String()) }),
  refusals: ['sign_in.second_factor_wrong', 'sign_in.too_many'],
})

export type Me = Static<typeof Me>
export type HeldPost = Static<typeof HeldPost>
export type Membership = Static<typeof Membership>
export type MyRecord = Static<typeof MyRecord>
