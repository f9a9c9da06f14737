import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Done, Id, InBoth, InCounty, InCountyWithId, Instant, NamedRegion, Nullable, Page, Paging, Region, ShortWords } from './wire.ts'

const Title = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })

export const SignalSource = words({
  id: Id,
  name: Type.String(),
  region: Nullable(NamedRegion),
  windowMinutes: Type.Integer({ description: 'repeats within so long are one signal' }),
  madeBy: Type.String(),
  madeAt: Instant,
  withdrawnAt: Nullable(Instant),
  lastEventAt: Nullable(Instant),
  signals: Type.Integer({ description: 'signals of the last seven days' }),
})

export const listSignalSources = contract('listSignalSources', {
  summary: 'Cameras, sensors and platforms that send signals',
  params: InCounty,
  reply: words({ items: Type.Array(SignalSource) }),
})

export const createSignalSource = contract('createSignalSource', {
  summary: 'Let a source send signals. Its secret is in this reply and nowhere else',
  params: InCounty,
  body: words({
    name: Title,
    region: Type.Optional(Region),
    windowMinutes: Type.Integer({ minimum: 1, maximum: 7 * 24 * 60, default: 60 }),
  }),
  reply: words({ id: Id, secret: Nullable(Type.String({ description: 'null where this send was answered before' })), address: Type.String() }),
  refusals: ['key_missing', 'key_used_otherwise', 'place.outside'],
})

export const withdrawSignalSource = contract('withdrawSignalSource', {
  summary: 'Take nothing more from a source',
  params: InCountyWithId,
  reply: Done,
  refusals: ['source.over'],
})

export const SignalRule = words({
  id: Id,
  source: Nullable(words({ id: Id, name: Type.String() })),
  type: Type.String(),
  leastCount: Type.Integer(),
  leastSeverity: Type.Integer(),
  category: words({ key: Type.String(), name: InBoth }),
  words: Type.String(),
  madeBy: Type.String(),
  endedAt: Nullable(Instant),
})

export const listSignalRules = contract('listSignalRules', {
  summary: 'Rules by which signals open cases',
  params: InCounty,
  reply: words({ items: Type.Array(SignalRule) }),
})

export const createSignalRule = contract('createSignalRule', {
  summary: 'A rule by which signals of a type open a case',
  params: InCounty,
  body: words({
    source: Type.Optional(Id),
    type: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]{0,98}\\*?$', description: 'exact, or a beginning that ends in *' }),
    leastCount: Type.Integer({ minimum: 1, maximum: 10_000 }),
    leastSeverity: Type.Integer({ minimum: 0, maximum: 5 }),
    category: Type.String({ maxLength: 40 }),
    words: ShortWords,
  }),
  reply: words({ id: Id }),
  refusals: ['key_missing', 'key_used_otherwise', 'category.not_found', 'not_found'],
})

export const endSignalRule = contract('endSignalRule', {
  summary: 'End a rule. Cases that it opened stay',
  params: InCountyWithId,
  reply: Done,
  refusals: ['rule.over'],
})

export const Signal = words({
  id: Id,
  source: Type.String(),
  origin: Type.String({ description: 'the device, as its events name it' }),
  type: Type.String(),
  subject: Type.String(),
  firstAt: Instant,
  lastAt: Instant,
  count: Type.Integer(),
  severity: Type.Integer(),
  said: Type.Record(Type.String(), Type.String(), { description: 'what the last event measured' }),
  case: Nullable(words({ id: Id, number: Type.String() })),
})

export const listSignals = contract('listSignals', {
  summary: 'Signals of a county, the newest first',
  params: InCounty,
  query: words({ opened: Type.Optional(Type.Boolean({ description: 'only those that opened a case, or only those that did not' })), ...Paging }),
  reply: Page(Signal),
})

export const readSignalOfCase = contract('readSignalOfCase', {
  summary: 'The signal behind a case; null where a person reported it',
  params: InCountyWithId,
  reply: words({ signal: Nullable(Signal) }),
})

export const takeInSignals = contract('takeInSignals', {
  summary: 'CloudEvents of a source: structured, binary or a batch, signed by its secret (webhook-id, webhook-timestamp, webhook-signature)',
  params: words({ county: Region, source: Id }),
  takes: 'bytes',
  reply: words({ taken: Type.Integer(), before: Type.Integer({ description: 'were taken in before' }) }),
  refusals: ['signature.wrong', 'signature.old', 'event.bad'],
})

export type SignalSource = Static<typeof SignalSource>
export type SignalRule = Static<typeof SignalRule>
export type Signal = Static<typeof Signal>
