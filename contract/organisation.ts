import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Done, Id, InBoth, InCounty, InCountyWithId, Instant, Name, NamedBody, NamedRegion, Nullable, OneOf, Page, Paging, Phone, Region, ShortWords } from './wire.ts'

const Login = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,39}$' })
export const bodyKinds = [
  'party_committee', 'committee', 'subdistrict', 'department', 'centre', 'station', 'chemical_park', 'utility',
  'property_manager', 'owners_committee', 'social_organisation', 'association', 'company', 'self_organised',
] as const
export const BodyKind = OneOf(bodyKinds)

/** A body's public number, as people write it: with its area code, 12345, 400 numbers. */
export const Telephone = Type.String({ pattern: '^[0-9][0-9 -]{1,18}[0-9]$' })

export const Body = words({
  id: Id,
  county: Region,
  name: InBoth,
  kind: BodyKind,
  region: NamedRegion,
  parent: Nullable(NamedBody),
  isDesk: Type.Boolean({ description: 'takes in and coordinates what happens in its region' }),
  telephone: Nullable(Type.String({ description: 'residents can call it' })),
  closedAt: Nullable(Instant),
  version: Type.Integer(),
})

export const listRoles = contract('listRoles', {
  summary: 'Roles and the actions that each is made of',
  reply: words({ items: Type.Array(words({ role: Type.String(), actions: Type.Array(words({ action: Type.String(), over: Type.String() })) })) }),
})

export const listPublicBodies = contract('listPublicBodies', {
  summary: 'The bodies of a county by name, for whoever complains about one',
  params: InCounty,
  reply: words({ items: Type.Array(NamedBody) }),
})

export const listBodies = contract('listBodies', {
  summary: 'Bodies of a county',
  params: InCounty,
  query: words({ kind: Type.Optional(BodyKind), region: Type.Optional(Region), words: Type.Optional(Type.String({ maxLength: 40 })), closed: Type.Optional(Type.Boolean()) }),
  reply: words({ items: Type.Array(Body) }),
})

export const createBody = contract('createBody', {
  summary: 'A new body. The Idempotency-Key is its id',
  params: InCounty,
  body: words({ name: InBoth, kind: BodyKind, region: Region, parent: Type.Optional(Id), isDesk: Type.Boolean(), telephone: Type.Optional(Telephone) }),
  reply: words({ id: Id }),
  refusals: ['region.not_found', 'region.other_county', 'body.desk_taken', 'body.closed', 'key_missing', 'key_used_otherwise'],
})

export const changeBody = contract('changeBody', {
  summary: 'Rename a body, move it below another, make it the desk of its region, give its telephone',
  params: InCountyWithId,
  body: words({ name: Type.Optional(InBoth), parent: Type.Optional(Nullable(Id)), isDesk: Type.Optional(Type.Boolean()), telephone: Type.Optional(Nullable(Telephone)) }),
  reply: Done,
  refusals: ['body.closed', 'body.desk_taken', 'body.below_itself'],
})

export const closeBody = contract('closeBody', {
  summary: 'Close a body that holds no open work; its posts end',
  params: InCountyWithId,
  body: words({ reason: ShortWords }),
  reply: Done,
  refusals: ['body.closed', 'body.has_open_work'],
})

export const Post = words({
  id: Id,
  county: Region,
  body: NamedBody,
  role: Type.String(),
  title: InBoth,
  region: NamedRegion,
  categories: Nullable(Type.Array(Type.String())),
  stationedAt: Nullable(NamedBody),
  stationedFrom: Nullable(Instant),
  stationedTo: Nullable(Instant),
  isPublic: Type.Boolean({ description: 'residents may read its holder’s name' }),
  holders: Type.Array(words({ person: Id, name: Type.String() })),
  validFrom: Instant,
  validTo: Nullable(Instant),
})

export const listPosts = contract('listPosts', {
  summary: 'Posts of a county, of one body where named',
  params: InCounty,
  query: words({
    body: Type.Optional(Id),
    stationedAt: Type.Optional(Id),
    ended: Type.Optional(Type.Boolean()),
  }),
  reply: words({ items: Type.Array(Post) }),
})

/** Where the post is stationed 派驻, from when to when; without a beginning from now, without an end until further notice. */
const Stationing = {
  stationedFrom: Type.Optional(Instant),
  stationedTo: Type.Optional(Nullable(Instant)),
}

const Categories = Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 200 })

export const createPost = contract('createPost', {
  summary: 'A new post in a body. The Idempotency-Key is its id',
  params: InCounty,
  body: words({
    body: Id, role: Type.String({ maxLength: 40 }), title: InBoth, region: Type.Optional(Region),
    categories: Type.Optional(Categories), stationedAt: Type.Optional(Id), ...Stationing, isPublic: Type.Optional(Type.Boolean()),
    validFrom: Type.Optional(Instant), validTo: Type.Optional(Instant),
  }),
  reply: words({ id: Id }),
  refusals: ['body.closed', 'region.not_found', 'post.outside_body', 'post.stationed_dates', 'grant.not_held', 'key_missing', 'key_used_otherwise'],
})

export const changePost = contract('changePost', {
  summary: 'Change a title, the categories, the stationing, whether residents may read the holder’s name, or the last day of a post',
  params: InCountyWithId,
  body: words({
    title: Type.Optional(InBoth), categories: Type.Optional(Nullable(Categories)),
    stationedAt: Type.Optional(Nullable(Id)), ...Stationing, isPublic: Type.Optional(Type.Boolean()), validTo: Type.Optional(Instant),
  }),
  reply: Done,
  refusals: ['post.ended', 'post.stationed_dates', 'body.closed'],
})

export const endPost = contract('endPost', {
  summary: 'End a post at once; its holders lose what it gave them, open tasks are re-homed',
  params: InCountyWithId,
  body: words({ reason: ShortWords }),
  reply: Done,
  refusals: ['post.ended'],
})

export const StaffRow = words({
  person: Id,
  name: Type.String(),
  login: Type.String(),
  phone: Nullable(Type.String(), { description: 'masked' }),
  state: OneOf(['invited', 'active', 'left']),
  posts: Type.Array(words({ id: Id, title: InBoth, role: Type.String(), body: NamedBody })),
})

export const listStaff = contract('listStaff', {
  summary: 'Staff within my reach',
  params: InCounty,
  query: words({ ...Paging, body: Type.Optional(Id), words: Type.Optional(Type.String({ maxLength: 40 })), left: Type.Optional(Type.Boolean()) }),
  reply: Page(StaffRow),
})

/** A one-time link is shown once to whoever made it, to hand over by a trusted way. */
const OneTimeLink = words({ url: Type.String(), expiresAt: Instant })

export const inviteStaff = contract('inviteStaff', {
  summary: 'Invite a person into a post. The Idempotency-Key is the person’s id',
  params: InCounty,
  body: words({ name: Name, login: Login, phone: Type.Optional(Phone), post: Id }),
  reply: words({ person: Id, link: OneTimeLink }),
  refusals: ['staff.login_taken', 'post.ended', 'post.incompatible', 'grant.not_held', 'masked_value', 'key_missing', 'key_used_otherwise'],
})

export const holdPost = contract('holdPost', {
  summary: 'Give a post to a person who is staff already',
  params: InCountyWithId,
  body: words({ person: Id, until: Type.Optional(Instant) }),
  reply: Done,
  refusals: ['post.ended', 'post.incompatible', 'post.held_already', 'staff.not_yourself', 'grant.not_held'],
})

export const leavePost = contract('leavePost', {
  summary: 'Take a post from a person at once; their open tasks go back to the body',
  params: words({ county: Region, id: Id, person: Id }),
  reply: Done,
})

export const resetStaff = contract('resetStaff', {
  summary: 'End a person’s sessions and make a one-time link for a new password and second factor',
  params: InCountyWithId,
  body: words({ reason: ShortWords }),
  reply: words({ link: OneTimeLink }),
  refusals: ['staff.not_yourself'],
})

export const dismissStaff = contract('dismissStaff', {
  summary: 'A person leaves: posts and sessions end at once, open tasks go back to their bodies',
  params: InCountyWithId,
  body: words({ reason: ShortWords }),
  reply: Done,
  refusals: ['staff.not_yourself'],
})

export const Duty = words({
  id: Id, body: NamedBody, person: Id, name: Type.String(), post: Id, from: Instant, to: Instant,
})

export const listDuties = contract('listDuties', {
  summary: 'Who is on duty at a body, between two instants',
  params: InCounty,
  query: words({ body: Id, from: Instant, to: Instant }),
  reply: words({ items: Type.Array(Duty) }),
})

export const putOnDuty = contract('putOnDuty', {
  summary: 'Put the holder of a post on duty. The Idempotency-Key is the duty’s id',
  params: InCounty,
  body: words({ body: Id, post: Id, person: Id, from: Instant, to: Instant }),
  reply: words({ id: Id }),
  refusals: ['duty.times', 'duty.not_stationed', 'post.ended', 'key_missing', 'key_used_otherwise'],
})

export const takeOffDuty = contract('takeOffDuty', { summary: 'Take a duty off the roster', params: InCountyWithId, reply: Done })

export const Grant = words({
  id: Id,
  county: Region,
  to: words({ post: Type.Optional(Id), body: Type.Optional(Id), name: InBoth }),
  action: Type.String({ description: 'an action, or role:<role>' }),
  region: NamedRegion,
  categories: Nullable(Type.Array(Type.String())),
  mayDelegate: Type.Boolean(),
  reportAfterwards: Type.Boolean(),
  validFrom: Instant,
  validTo: Nullable(Instant),
  givenBy: InBoth,
  reason: Type.String(),
  withdrawnAt: Nullable(Instant),
})

export const listGrants = contract('listGrants', {
  summary: 'Grants in a county',
  params: InCounty,
  query: words({ post: Type.Optional(Id), body: Type.Optional(Id), withdrawn: Type.Optional(Type.Boolean()) }),
  reply: words({ items: Type.Array(Grant) }),
})

export const giveGrant = contract('giveGrant', {
  summary: 'Give an action or role to a post or a body, for a scope and a time. Whoever grants must hold it',
  params: InCounty,
  body: words({
    post: Type.Optional(Id), body: Type.Optional(Id), action: Type.String({ maxLength: 60 }), region: Region,
    categories: Type.Optional(Categories), mayDelegate: Type.Boolean(), reportAfterwards: Type.Boolean(),
    validFrom: Type.Optional(Instant), validTo: Type.Optional(Instant), reason: ShortWords,
  }),
  reply: words({ id: Id }),
  refusals: [
    'region.not_found', 'grant.not_held', 'grant.not_delegable', 'grant.outside_scope', 'post.ended', 'post.incompatible', 'body.closed',
    'key_missing', 'key_used_otherwise',
  ],
})

export const withdrawGrant = contract('withdrawGrant', {
  summary: 'Withdraw a grant and every grant that was delegated from it, at once',
  params: InCountyWithId,
  body: words({ reason: ShortWords }),
  reply: words({ withdrawn: Type.Integer() }),
  refusals: ['grant.withdrawn'],
})

export const openPersonalField = contract('openPersonalField', {
  summary: 'Show one masked value, for a purpose. The person it is about sees who looked and why',
  params: InCounty,
  body: words({
    field: Type.String({ maxLength: 60 }), row: Id, case: Type.Optional(Id),
    purpose: OneOf(['contact', 'visit', 'verify', 'other']),
    words: Type.Optional(ShortWords),
  }),
  reply: words({ value: Type.String() }),
  refusals: ['opening.purpose_needed'],
})

export type Body = Static<typeof Body>
export type Post = Static<typeof Post>
export type StaffRow = Static<typeof StaffRow>
export type Duty = Static<typeof Duty>
export type Grant = Static<typeof Grant>
