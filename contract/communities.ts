import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Done, Id, InCounty, InCountyWithId, Instant, Name, NamedRegion, Nullable, OneOf, Page, Paging, Region, ShortWords } from './wire.ts'

/** A code that was read wrongly is unknown, like any other that was never given out. */
const CommunityCode = words({ code: Type.String({ minLength: 1, maxLength: 100 }) })

export const membershipKinds = ['resident', 'owner', 'tenant', 'worker'] as const
export const MembershipKind = OneOf(membershipKinds)

export const readCommunity = contract('readCommunity', {
  summary: 'The community whose QR code was scanned',
  params: CommunityCode,
  reply: words({ county: Region, village: NamedRegion, above: Type.Array(NamedRegion) }),
  refusals: ['community.not_found'],
})

export const askMembership = contract('askMembership', {
  summary: 'Ask to join the community; a committee member verifies it',
  params: CommunityCode,
  body: words({ kind: MembershipKind, name: Name, address: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }) }),
  reply: words({ id: Id }),
  refusals: ['community.not_found', 'membership.already', 'masked_value'],
})

export const MembershipRow = words({
  id: Id,
  county: Region,
  person: Id,
  village: NamedRegion,
  kind: MembershipKind,
  state: OneOf(['asked', 'verified', 'refused', 'ended']),
  name: Type.String({ description: 'masked' }),
  phone: Type.String({ description: 'masked' }),
  address: Type.String({ description: 'masked' }),
  askedAt: Instant,
  decidedAt: Nullable(Instant),
  reason: Nullable(Type.String()),
  lastHolder: Nullable(words({
    person: Id, membership: Id, kind: MembershipKind, name: Type.String({ description: 'masked' }), address: Type.String({ description: 'masked' }),
  })),
})

export const listMemberships = contract('listMemberships', {
  summary: 'Memberships within my reach',
  params: InCounty,
  query: words({ ...Paging, state: Type.Optional(Type.String({ maxLength: 20 })), village: Type.Optional(Region) }),
  reply: Page(MembershipRow),
})

export const decideMembership = contract('decideMembership', {
  summary: 'Verify or refuse a membership; a refusal gives its reason',
  params: InCountyWithId,
  body: words({
    verified: Type.Boolean(), reason: Type.Optional(ShortWords),
    isLastHolder: Type.Optional(Type.Boolean({ description: "they are whoever held the silent phone before: that person's matters are theirs again" })),
  }),
  reply: Done,
  refusals: ['membership.decided', 'membership.reason_needed', 'membership.no_last_holder'],
})

export const readCommunityCode = contract('readCommunityCode', {
  summary: "A community's QR code, to print and post up",
  params: words({ county: Region, village: Region }),
  reply: words({ code: Type.String(), url: Type.String(), qr: Type.String({ description: 'SVG' }) }),
})

export type MembershipRow = Static<typeof MembershipRow>
