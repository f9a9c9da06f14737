import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { channels, comparedRates, comparisons, figureKeys, spanSteps } from './figure-keys.ts'
import { Day, Id, InBoth, InCounty, Instant, NamedBody, NamedRegion, Nullable, OneOf, Page, Paging, Region } from './wire.ts'

const period = Type.String({
  pattern: '^\\d{4}(-Q[1-4]|-\\d{2}|-\\d{2}-\\d{2}\\.\\.\\d{4}-\\d{2}-\\d{2})?$', maxLength: 22,
  description: 'a year 2026, quarter 2026-Q4, month 2026-11, or days 2026-11-01..2026-11-15, both included, at most two years; the present month where left out',
})

/** What figures are narrowed to. Without a region or body it is the widest that the caller has in reach. */
export const FigureFilters = {
  period: Type.Optional(period),
  region: Type.Optional(Region),
  body: Type.Optional(Id),
  category: Type.Optional(Type.String({ maxLength: 40, description: 'a category with all below it; none: not sorted yet' })),
  track: Type.Optional(Type.String({ maxLength: 40, description: 'a track with all its categories' })),
  channel: Type.Optional(OneOf(channels)),
  unplaced: Type.Optional(Type.Boolean({ description: 'only what lies in no place below the region' })),
}

export const FigureKey = OneOf(figureKeys)
export const FileFormat = OneOf(['xlsx', 'csv'])

/** How many, by key; what is not there is nought. */
const Counts = Type.Record(Type.String(), Type.Integer())
const Stretch = words({ from: Day, to: Day })

export const Span = words({
  step: OneOf(spanSteps),
  count: Type.Integer(),
  median: Nullable(Type.Integer(), { description: 'minutes of calendar time from receipt; null where nothing was measured' }),
  ninth: Nullable(Type.Integer(), { description: 'nine of ten took no longer' }),
})

/** What numbers are of. */
const Of = {
  region: NamedRegion,
  body: Nullable(NamedBody),
  category: Nullable(InBoth, { description: 'null where none was asked for, or what is not sorted yet' }),
}

export const Figures = words({
  ...Of,
  period: words({ ...Stretch.properties, name: Type.String(), before: Stretch, isOver: Type.Boolean() }),
  asOf: Instant,
  /** The widest that the caller may choose; with a body only what counts for it. */
  reach: words({ region: NamedRegion, body: Nullable(NamedBody) }),
  counts: Counts,
  before: Type.Record(Type.String(), Type.Integer(), { description: 'the same for the period before; open cases are as of now and have no before' }),
  spans: Type.Array(Span),
  trend: Type.Array(words({ ...Stretch.properties, counts: Counts })),
  comparison: Type.Array(words({
    body: NamedBody,
    rates: Type.Array(words({
      rate: OneOf(comparedRates),
      whole: Type.Integer({ description: 'of its cases, those in categories that others have too' }),
      part: Type.Integer(),
      expected: Type.Number({ description: 'the part that it would be, did each category go as it goes at all others' }),
      verdict: OneOf(comparisons),
    })),
  }), { description: 'each body beside what its mix of cases takes elsewhere, the one furthest behind first; none where one body was asked for' }),
  daily: Nullable(Type.Array(words({
    day: Day,
    takenAt: Nullable(Instant, { description: 'null: that day was missed, and nothing is made up for it' }),
    counts: Nullable(Counts, { description: 'open, by age (open.*), by state (state.*), late, clocks, lateClocks' }),
  })), { description: 'what was open, as it was kept each day and never changed since; null where it is not kept by what was asked for' }),
  bodies: Type.Array(words({ body: NamedBody, counts: Counts })),
  tracks: Type.Array(words({ key: Type.String(), name: InBoth, counts: Counts }), { description: 'what is not sorted yet has none' }),
  places: Type.Array(words({ region: Nullable(NamedRegion, { description: 'null: it is not known where' }), counts: Counts }), { description: 'one level below the region: towns, communities or grids; none below a grid' }),
  channels: Type.Array(words({ channel: Type.String(), counts: Counts })),
  rulings: Type.Array(words({ by: NamedBody, granted: Type.Integer(), refused: Type.Integer() }), { description: 'who ruled in the period that a case is left out of the rates, or is not' }),
  categories: Type.Array(words({ key: Nullable(Type.String(), { description: 'null: not sorted yet' }), name: Nullable(InBoth), counts: Counts })),
})

export const readFigures = contract('readFigures', {
  summary: 'Figures of a scope and a period: shares with their wholes, times to each step, what is open by age, by body, place, channel and category, trend',
  params: InCounty,
  query: words(FigureFilters),
  reply: Figures,
})

const Behind = { figure: FigureKey, over: Type.Optional(Type.Integer({ minimum: 0, description: 'for times: at least so many minutes' })) }

export const CaseBehind = words({
  id: Id,
  number: Type.String(),
  title: Nullable(Type.String(), { description: 'null where the caller may count the case and not read it' }),
  state: Type.String(),
  category: Nullable(InBoth),
  place: Type.Array(InBoth),
  body: NamedBody,
  at: Instant,
  late: Nullable(Type.Boolean()),
  endedAt: Nullable(Instant),
  ruledBy: Nullable(NamedBody, { description: 'who ruled on the exclusion' }),
  ground: Nullable(Type.String()),
  minutes: Nullable(Type.Integer()),
})

export const listCasesBehind = contract('listCasesBehind', {
  summary: 'The cases behind one number, newest first. A case with several clocks of a kind has a line for each',
  params: InCounty,
  query: words({ ...FigureFilters, ...Behind, ...Paging }),
  reply: words({ ...Page(CaseBehind).properties, total: Type.Integer(), ...Of, period: Stretch }),
})

export const exportFigures = contract('exportFigures', {
  summary: 'The figures as a file, with their definitions',
  params: InCounty,
  query: words({ ...FigureFilters, format: FileFormat }),
  reply: Type.Unknown(),
})

export const exportCasesBehind = contract('exportCasesBehind', {
  summary: 'The cases behind one number as a file, without anybody’s words or personal data; at most 50,000 lines, and it says where it was cut',
  params: InCounty,
  query: words({ ...FigureFilters, ...Behind, format: FileFormat }),
  reply: Type.Unknown(),
})

export type Figures = Static<typeof Figures>
export type CaseBehind = Static<typeof CaseBehind>
export type FileFormat = Static<typeof FileFormat>
