import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Nullable } from './wire.ts'

/** Open311 GeoReport v2, as the standard has it: its words, its paths, its errors. */
const base = '/open311/v2'
const endings = ['json', 'xml'] as const

const Jurisdiction = { jurisdiction_id: Type.Optional(Type.String({ maxLength: 60, description: 'the division code of the county' })) }
/** Programs send fields of their own along, and the key may stand among them. */
const asked = <T extends Parameters<typeof Type.Object>[0]>(fields: T) => Type.Object({ ...Jurisdiction, ...fields })
const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }))

export const Open311Service = words({
  service_code: Type.String(),
  service_name: Type.String(),
  description: Nullable(Type.String()),
  metadata: Type.Boolean(),
  type: Type.Literal('realtime'),
  keywords: Type.String(),
  group: Nullable(Type.String()),
})

export const Open311Request = words({
  service_request_id: Type.String(),
  status: Type.Unsafe<'open' | 'closed'>({ type: 'string', enum: ['open', 'closed'] }),
  status_notes: Nullable(Type.String()),
  service_name: Nullable(Type.String()),
  service_code: Type.String(),
  description: Nullable(Type.String()),
  agency_responsible: Nullable(Type.String()),
  service_notice: Nullable(Type.String()),
  requested_datetime: Type.String(),
  updated_datetime: Type.String(),
  expected_datetime: Nullable(Type.String()),
  address: Nullable(Type.String()),
  address_id: Nullable(Type.String()),
  zipcode: Nullable(Type.String()),
  lat: Nullable(Type.Number()),
  long: Nullable(Type.Number()),
  media_url: Nullable(Type.String()),
})

export const discoverOpen311 = contract('discoverOpen311', {
  summary: 'Open311: where the endpoint is and what it speaks',
  base, endings,
  query: asked({}),
  reply: Type.Unknown(),
})

export const listOpen311Services = contract('listOpen311Services', {
  summary: 'Open311: what can be reported',
  base, endings,
  query: asked({}),
  reply: Type.Array(Open311Service),
  refusals: ['jurisdiction.missing', 'jurisdiction.not_found', 'client.unknown'],
})

export const readOpen311Service = contract('readOpen311Service', {
  summary: 'Open311: what else is asked with a service',
  base, endings,
  params: words({ code: Type.String({ maxLength: 60 }) }),
  query: asked({}),
  reply: words({ service_code: Type.String(), attributes: Type.Array(Type.Unknown()) }),
  refusals: ['jurisdiction.missing', 'jurisdiction.not_found', 'client.unknown', 'not_found'],
})

export const createOpen311Request = contract('createOpen311Request', {
  summary: 'Open311: report something',
  base, endings,
  takes: 'form',
  query: asked({}),
  body: asked({
    service_code: text(60), description: text(4_000), lat: text(30), long: text(30), address_string: text(200), address_id: text(60),
    first_name: text(60), last_name: text(60), phone: text(30), email: text(200), device_id: text(200), account_id: text(200), media_url: text(2_000),
  }),
  reply: Type.Array(words({ service_request_id: Type.String(), token: Type.String(), service_notice: Nullable(Type.String()), account_id: Nullable(Type.String()) })),
  refusals: ['client.unknown', 'client.other_door', 'client.too_many', 'jurisdiction.not_found', 'service.not_found', 'place.missing', 'place.outside', 'key_used_otherwise'],
})

export const listOpen311Requests = contract('listOpen311Requests', {
  summary: 'Open311: public requests, and those that the key’s own program made',
  base, endings,
  query: asked({
    service_request_id: text(1_000), service_code: text(500), start_date: text(40), end_date: text(40), status: text(20),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, default: 1 })),
    page_size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  }),
  reply: Type.Array(Open311Request),
  refusals: ['jurisdiction.missing', 'jurisdiction.not_found', 'client.unknown'],
})

export const readOpen311Request = contract('readOpen311Request', {
  summary: 'Open311: one request by its number',
  base, endings,
  params: words({ id: Type.String({ maxLength: 60 }) }),
  query: asked({}),
  reply: Type.Array(Open311Request),
  refusals: ['jurisdiction.missing', 'jurisdiction.not_found', 'client.unknown', 'not_found'],
})

export const readOpen311Token = contract('readOpen311Token', {
  summary: 'Open311: the number of a request by its token',
  base, endings,
  params: words({ token: Type.String({ maxLength: 60 }) }),
  query: asked({}),
  reply: Type.Array(words({ service_request_id: Type.String(), token: Type.String() })),
  refusals: ['client.unknown', 'not_found'],
})

export type Open311Service = Static<typeof Open311Service>
export type Open311Request = Static<typeof Open311Request>
