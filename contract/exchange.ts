import { Type, type Static } from 'typebox'
import { clientDoors } from './exchange-doors.ts'
import { Mapping } from './imports.ts'
import { contract, words } from './operation.ts'
import { Done, Id, InCounty, InCountyWithId, Instant, Nullable, OneOf, Page, Paging, Region } from './wire.ts'

export const ClientDoor = OneOf(clientDoors)

const Title = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })
const Address = Type.String({ minLength: 1, maxLength: 500 })

export const Client = words({
  id: Id,
  name: Type.String(),
  opens: Type.Array(ClientDoor),
  keyEnd: Type.String({ description: 'the last characters of the key' }),
  callsPerMinute: Type.Integer(),
  mapping: Nullable(Mapping),
  hookUrl: Nullable(Type.String()),
  ordersAddress: Nullable(Type.String({ description: 'where it sends orders that it signs' })),
  madeBy: Type.String(),
  madeAt: Instant,
  validTo: Nullable(Instant),
  withdrawnAt: Nullable(Instant),
  lastUsedAt: Nullable(Instant),
})

export const listClients = contract('listClients', {
  summary: 'Programs of others that may call, newest first',
  params: InCounty,
  query: words({ withdrawn: Type.Optional(Type.Boolean({ description: 'also those that were withdrawn' })) }),
  reply: words({ items: Type.Array(Client) }),
})

export const createClient = contract('createClient', {
  summary: 'Let a program of others in. Its key and the secret that signs, both ways, are in this reply and nowhere else',
  params: InCounty,
  body: words({
    name: Title,
    opens: Type.Array(ClientDoor, { minItems: 1, maxItems: clientDoors.length, uniqueItems: true }),
    validTo: Type.Optional(Instant),
    callsPerMinute: Type.Integer({ minimum: 1, maximum: 6_000, default: 120 }),
    mapping: Type.Optional(Mapping),
    hookUrl: Type.Optional(Address),
  }),
  reply: words({ id: Id, key: Nullable(Type.String({ description: 'null where this send was answered before' })), hookSecret: Nullable(Type.String()), ordersAddress: Nullable(Type.String()) }),
  refusals: ['key_missing', 'key_used_otherwise', 'import.bad_mapping', 'client.no_mapping', 'client.bad_address'],
})

export const withdrawClient = contract('withdrawClient', {
  summary: 'Withdraw a program’s key. It opens nothing from this moment on',
  params: InCountyWithId,
  reply: Done,
  refusals: ['client.over'],
})

export const Order = words({
  sourceId: Nullable(Type.String()),
  number: Nullable(Type.String()),
  case: Nullable(Id),
  before: Type.Boolean({ description: 'it came in before' }),
  faults: Type.Array(words({ code: Type.String(), column: Nullable(Type.String()) })),
})

export const takeInOrders = contract('takeInOrders', {
  summary: 'One order of another platform, or a batch, as its program’s mapping says. Each comes in once, however often it is sent',
  params: InCounty,
  body: Type.Unknown(),
  reply: words({ items: Type.Array(Order) }),
  refusals: ['client.unknown', 'client.other_door', 'client.too_many', 'client.no_mapping', 'import.bad_mapping', 'bad_input', 'too_large'],
})

export const takeInSignedOrders = contract('takeInSignedOrders', {
  summary: 'The same by a signed webhook (webhook-id, webhook-timestamp, webhook-signature): JSON, or CloudEvents whose data is the order',
  params: words({ county: Region, client: Id }),
  takes: 'bytes',
  reply: words({ items: Type.Array(Order) }),
  refusals: ['signature.wrong', 'signature.old', 'event.bad', 'client.other_door', 'client.too_many', 'client.no_mapping', 'import.bad_mapping', 'bad_input', 'too_large'],
})

export const deliveryStates = ['waiting', 'delivered', 'given_up'] as const

export const Delivery = words({
  id: Id,
  client: Type.String(),
  type: Type.String(),
  case: Id,
  madeAt: Instant,
  tries: Type.Integer(),
  state: OneOf(deliveryStates),
  nextAt: Nullable(Instant),
  deliveredAt: Nullable(Instant),
  status: Nullable(Type.Integer({ description: 'what the last try was answered with' })),
  problem: Nullable(Type.String()),
})

export const listDeliveries = contract('listDeliveries', {
  summary: 'What was told to programs of others, the newest first',
  params: InCounty,
  query: words({ givenUp: Type.Optional(Type.Boolean()), ...Paging }),
  reply: Page(Delivery),
})

export const sendAgain = contract('sendAgain', {
  summary: 'Try a delivery again that was given up',
  params: InCountyWithId,
  reply: Done,
  refusals: ['delivery.not_given_up'],
})

export const sendAllAgain = contract('sendAllAgain', {
  summary: 'Try again every delivery that was given up, as when a program was down for days',
  params: InCounty,
  reply: words({ count: Type.Integer() }),
})

export type Client = Static<typeof Client>
export type Order = Static<typeof Order>
export type Delivery = Static<typeof Delivery>
