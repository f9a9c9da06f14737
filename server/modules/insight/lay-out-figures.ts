import { ages, clockKinds, rates, smallBelow, type FigureKey, type RateName } from '#contract/figure-keys.ts'
import type { Figures } from '#contract/figures.ts'
import type { InBoth } from '#contract/wire.ts'
import { timesIn } from './local-time.ts'
import type { Cell, Sheet } from './csv.ts'
import { channelIn, stateIn, wordsIn, type Language } from './said.ts'

type Counts = Record<string, number>

const shares: RateName[] = [
  'reply', 'solved', 'satisfied', 'resolve', 'start', 'task', 'returned', 'misdispatched', 'reopened', 'byCaller', 'byPlace', 'contacted', 'claimed', 'planned',
  'reached', 'foundSolved', 'foundSatisfied', 'recalledSolved', 'excluded',
]
const columnsOfBodies: FigureKey[] = [
  'received', 'received.byCaller', 'received.byPlace', 'closed', 'open', 'open.older',
  ...clockKinds.flatMap((kind): FigureKey[] => [`${kind}.all`, `${kind}.onTime`, `${kind}.late`, `${kind}.excluded`]), 'return.all',
  'dispatch.all', 'dispatch.missed', 'reopen.all', 'reopen.byResident', 'reopen.byReview', 'reopen.byCallBack', 'reopen.bySupervision', 'reopen.byDesk', 'closed.stated', 'closed.solved', 'rated', 'rated.solved', 'rated.satisfied',
  'sample.all', 'sample.reached', 'sample.solved', 'sample.satisfied', 'closed.excluded', 'exclusion.granted', 'exclusion.refused',
]

/** The page as tables: every share with its part and its whole, and the definitions beside them. */
export function layOutFigures(figures: Figures, language: Language, zone: string): Sheet[] {
  const said = wordsIn(language)
  const nameOf = (both: InBoth | null | undefined) => (both ? (language === 'en' ? (both.en ?? both.zh) : both.zh) : said.unsorted)
  const scope = [nameOf(figures.region.name), ...(figures.body ? [nameOf(figures.body.name)] : []), ...(figures.category ? [nameOf(figures.category)] : [])].join(' · ')
  const per = (name: string, rows: readonly { name: string; counts: Counts }[]): Cell[][] => [
    [name, ...columnsOfBodies.map((key) => said.keys[key])],
    ...rows.map((row) => [row.name, ...columnsOfBodies.map((key) => row.counts[key] ?? 0)]),
  ]
  return [
    { name: said.sheets.overview, rows: [
      [said.indicator, said.share, said.part, said.whole, `${said.before} ${said.share}`, `${said.before} ${said.part}`, `${said.before} ${said.whole}`],
      ...shares.map((rate) => [said.rates[rate], ...threeOf(figures.counts, rate), ...threeOf(figures.before, rate)]),
      [said.keys.received, null, figures.counts.received ?? 0, null, null, figures.before.received ?? 0],
      [said.keys.closed, null, figures.counts.closed ?? 0, null, null, figures.before.closed ?? 0],
      [],
      ...figures.rulings.map(({ by, granted, refused }) => [said.lines.ruledBy, nameOf(by.name), granted, refused]),
      [said.scope, scope],
      [said.period, `${figures.period.from} — ${figures.period.to}`],
      [said.before, `${figures.period.before.from} — ${figures.period.before.to}`],
      [said.asOf, timesIn(zone)(new Date(figures.asOf))],
    ] },
    { name: said.sheets.spans, rows: [
      [said.indicator, said.count, `${said.median} (${said.minutes})`, `${said.ninth} (${said.minutes})`],
      ...figures.spans.map((span) => [said.steps[span.step], span.count, span.median, span.ninth]),
    ] },
    { name: said.sheets.open, rows: [[said.keys.open, said.count], ...ages.map(({ key }) => [said.keys[key], figures.counts[key] ?? 0])] },
    { name: said.sheets.trend, rows: [
      [said.from, said.to, ...columnsOfTrend.map((key) => said.keys[key])],
      ...figures.trend.map((part) => [part.from, part.to, ...columnsOfTrend.map((key) => part.counts[key] ?? 0)]),
    ] },
    { name: said.sheets.daily, rows: dailyOf(figures, language, timesIn(zone)) },
    { name: said.sheets.bodies, rows: per(said.body, figures.bodies.map(({ body, counts }) => ({ name: nameOf(body.name), counts }))) },
    { name: said.sheets.comparison, rows: [
      [said.body, said.indicator, said.share, said.part, said.whole, said.comparison.expected, said.comparison.verdict],
      ...figures.comparison.flatMap(({ body, rates: of }) => of.map(({ rate, whole, part, expected, verdict }) => [
        nameOf(body.name), said.rates[rate], percentOf(part, whole), part, whole, percentOf(expected, whole), said.comparison.verdicts[verdict],
      ])),
    ] },
    { name: said.sheets.places, rows: per(said.place, figures.places.map(({ region, counts }) => ({ name: region ? nameOf(region.name) : said.unplaced, counts }))) },
    { name: said.sheets.channels, rows: per(said.channel, figures.channels.map(({ channel, counts }) => ({ name: channelIn(language, channel), counts }))) },
    { name: said.sheets.tracks, rows: per(said.track, figures.tracks.map(({ name, counts }) => ({ name: nameOf(name), counts }))) },
    { name: said.sheets.categories, rows: per(said.category, figures.categories.map(({ name, counts }) => ({ name: nameOf(name), counts }))) },
    { name: said.sheets.definitions, rows: [
      [said.indicator, said.definition],
      ...shares.map((rate) => [said.rates[rate], said.definitions[rate]]),
      ...(['open', 'spans', 'bodies', 'comparison', 'places', 'channels', 'tracks', 'categories', 'trend', 'daily'] as const).map((sheet) => [said.sheets[sheet], said.definitions[sheet]]),
      [said.share, `${said.definitions.none} ${said.definitions.small.replace('{{count}}', String(smallBelow))}`],
    ] },
  ]
}

/** What was open day by day; a day that was missed says so. */
function dailyOf({ daily }: Figures, language: Language, at: (at: Date) => string): Cell[][] {
  const said = wordsIn(language)
  if (daily === null) return [[said.daily.notKept]]
  const states = [...new Set(daily.flatMap(({ counts }) => Object.keys(counts ?? {})))].filter((key) => key.startsWith('state.')).toSorted()
  const keys = ['open', 'late', ...ages.map(({ key }) => key), ...states, 'clocks', 'lateClocks']
  const nameOf = (key: string) => (key.startsWith('state.') ? stateIn(language, key.slice(6)) : (said.daily[key as keyof typeof said.daily] ?? said.keys[key as FigureKey]))
  return [
    [said.daily.day, said.daily.takenAt, ...keys.map(nameOf)],
    ...daily.map(({ day, takenAt, counts }) => (takenAt && counts ? [day, at(new Date(takenAt)), ...keys.map((key) => counts[key] ?? 0)] : [day, said.daily.missed])),
  ]
}

const columnsOfTrend: FigureKey[] = ['received', 'closed', 'reply.all', 'reply.onTime', 'resolve.all', 'resolve.onTime', 'rated', 'rated.solved', 'rated.satisfied']

/** Share, part and whole. No share where there is nothing to share. */
function threeOf(counts: Counts, rate: RateName): Cell[] {
  const [part, whole] = [counts[rates[rate].part] ?? 0, counts[rates[rate].whole] ?? 0]
  return [percentOf(part, whole), part, whole]
}

const percentOf = (part: number, whole: number): string => (whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`)
