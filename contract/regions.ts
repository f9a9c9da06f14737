import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Day, Done, Id, InBoth, InCounty, InCountyWithId, NamedRegion, Nullable, OneOf, Point, Region } from './wire.ts'

/** 1 province, 2 city, 3 county, 4 town, 5 village, 6 grid, 7 building. */
export const Level = Type.Integer({ minimum: 1, maximum: 7 })

const Polygon = words({
  type: OneOf(['Polygon', 'MultiPolygon']),
  coordinates: Type.Array(Type.Unknown(), { maxItems: 2_000 }),
})

export const RegionRow = words({
  id: Region,
  parent: Nullable(Region),
  level: Level,
  code: Type.String(),
  name: InBoth,
  validFrom: Day,
  validTo: Nullable(Day),
  hasBoundary: Type.Boolean(),
  children: Type.Integer(),
})

export const listRegions = contract('listRegions', {
  summary: 'Regions directly below one, or the counties where none is named',
  query: words({ parent: Type.Optional(Region), level: Type.Optional(Level) }),
  reply: words({ items: Type.Array(RegionRow) }),
})

export const readRegion = contract('readRegion', {
  summary: 'One region with the chain above it',
  params: words({ region: Region }),
  reply: words({ region: RegionRow, above: Type.Array(NamedRegion) }),
  refusals: ['region.not_found'],
})

export const searchRegions = contract('searchRegions', {
  summary: 'Regions by the beginning of their name or code',
  query: words({ words: Type.String({ minLength: 1, maxLength: 40 }), county: Type.Optional(Region) }),
  reply: words({ items: Type.Array(RegionRow) }),
})

export const locate = contract('locate', {
  summary: 'Which town, village and grid a point lies in',
  params: InCounty,
  query: Point,
  reply: words({ place: Type.Array(NamedRegion) }),
  refusals: ['place.outside'],
})

export const readBoundaries = contract('readBoundaries', {
  summary: 'Boundaries of a county and what is below it, as GeoJSON',
  params: InCounty,
  reply: words({
    type: Type.Literal('FeatureCollection'),
    features: Type.Array(
      words({
        type: Type.Literal('Feature'),
        id: Region,
        properties: words({ level: Level, name: InBoth, parent: Nullable(Region) }),
        geometry: Polygon,
      }),
    ),
  }),
})

export const createRegion = contract('createRegion', {
  summary: 'A new region below another: a grid, a building. Its code begins with the code of the one above',
  params: words({ region: Region }),
  body: words({
    code: Type.String({ pattern: '^[0-9A-Za-z-]{1,24}$' }),
    name: InBoth,
    boundary: Type.Optional(Polygon),
    validFrom: Type.Optional(Day),
  }),
  reply: words({ id: Region }),
  refusals: ['region.not_found', 'region.code_taken', 'region.bad_code', 'region.level_too_low', 'region.bad_dates', 'region.bad_boundary'],
})

export const changeRegion = contract('changeRegion', {
  summary: 'Rename a region, give it a boundary, or end it and all below it from a date',
  params: words({ region: Region }),
  body: words({
    name: Type.Optional(InBoth),
    boundary: Type.Optional(Nullable(Polygon)),
    validTo: Type.Optional(Day),
  }),
  reply: Done,
  refusals: ['region.not_found', 'region.bad_dates', 'region.code_taken', 'region.bad_boundary'],
})

const InCountyAndYear = words({ county: Region, year: Type.Integer({ minimum: 2007, maximum: 2100 }) })

/** A day that differs from the week: a weekday off, or a weekend day worked (调休). */
export const CalendarDay = words({ day: Day, works: Type.Boolean(), name: InBoth })

export const readCalendar = contract('readCalendar', {
  summary: 'Holidays and moved working days of a year, and who published them; nobody: the year is provisional',
  params: InCountyAndYear,
  reply: words({ year: Type.Integer(), publishedBy: OneOf(['state', 'county', 'nobody']), days: Type.Array(CalendarDay) }),
})

export const changeCalendar = contract('changeCalendar', {
  summary: 'Publish the working days of a year for a county, instead of what was known. Days of the December before may be moved',
  params: InCountyAndYear,
  body: words({ days: Type.Array(CalendarDay, { maxItems: 400 }) }),
  reply: Done,
})

/** From and to on one day, the end not included; '24:00' is midnight. */
const OfficeInterval = words({ from: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }), to: Type.String({ pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' }) })
const OfficeDay = Type.Array(OfficeInterval, { maxItems: 6 })
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** The hours of a usual working day, and of weekdays that differ; an empty day is closed. Saturday and Sunday count where they are worked. */
export const OfficeWeek = words({
  usual: OfficeDay,
  monday: Type.Optional(OfficeDay), tuesday: Type.Optional(OfficeDay), wednesday: Type.Optional(OfficeDay), thursday: Type.Optional(OfficeDay),
  friday: Type.Optional(OfficeDay), saturday: Type.Optional(OfficeDay), sunday: Type.Optional(OfficeDay),
})

export const readOfficeHours = contract('readOfficeHours', {
  summary: 'The office hours of a county, and of the bodies that keep others',
  params: InCounty,
  reply: words({ usual: OfficeWeek, isOwn: Type.Boolean(), bodies: Type.Array(words({ body: Id, week: OfficeWeek })) }),
})

export const changeOfficeHours = contract('changeOfficeHours', {
  summary: 'Set the office hours of a county; null: the usual ones again. Clocks of open cases are summed up anew',
  params: InCounty,
  body: words({ week: Nullable(OfficeWeek) }),
  reply: Done,
})

export const changeBodyHours = contract('changeBodyHours', {
  summary: 'Set the office hours of one body; null: those of the county again. Its clocks in open cases are summed up anew',
  params: InCountyWithId,
  body: words({ week: Nullable(OfficeWeek) }),
  reply: Done,
  refusals: ['body.closed'],
})

export type OfficeWeek = Static<typeof OfficeWeek>
export type RegionRow = Static<typeof RegionRow>
export type Polygon = Static<typeof Polygon>
export type CalendarDay = Static<typeof CalendarDay>
