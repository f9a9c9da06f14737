import { comparedRates, rates } from '#contract/figure-keys.ts'
import type { Figures } from '#contract/figures.ts'
import { categoryName, knownCategories, knownTracks, trackOf } from '#server/modules/casework/index.ts'
import { knownBodies, namedBody } from '#server/modules/identity/index.ts'
import { namesOf } from '#server/modules/regions/index.ts'
import { compare } from './comparison.ts'
import { countAll, type Rulings } from './figure.sql.ts'
import { sumOf, sumsBy, type Counted, type Counts } from './figure.ts'
import { readDaily } from './read-daily.ts'
import { findScope, type Asking } from './find-scope.ts'
import type { Counting } from './narrow.sql.ts'
import type { Period } from './period.ts'
import type { StepSpread } from './lengths.sql.ts'

/** A catalogue that leads in a circle must not lead the page into one. */
const levelsMax = 8

/** Counting so much takes a second or two: whoever asks again within a minute is told what was counted then, and when that was. */
const muchFrom = 200_000
const keptMs = 60_000
const keptMax = 200

interface CountedAt {
  at: Date
  happened: Counted[]
  open: Counted[]
  spans: StepSpread[]
  rulings: Rulings[]
}

function countOnce({ config, db, memory, now }: Asking, scope: Counting, period: Period): Promise<CountedAt> {
  const isFresh = (kept: CountedAt) => now.getTime() - kept.at.getTime() < keptMs && kept.happened.reduce((sum, one) => sum + one.count, 0) > muchFrom
  return memory.recall('figures', JSON.stringify([scope, period.name]), async () => {
    return { at: now, ...(await countAll(db, scope, period, config.zone, now)) }
  }, isFresh, keptMax)
}

/** The figures of what is asked for. @throws Refused as findScope does */
export async function countFigures(call: Asking): Promise<Figures> {
  const { now, params: { county } } = call
  const { scope, period, of, reach } = await findScope(call)
  const [{ at, happened: counted, open, spans, rulings }, bodies, categories, daily, { tracks }] = await Promise.all([
    countOnce(call, scope, period), knownBodies(call, county), knownCategories(call, county), readDaily(call, scope, period), knownTracks(call, county),
  ])
  const [before, whole] = [counted.filter((one) => one.part === 0), counted.filter((one) => one.part !== null && one.part > 0)]
  const byPart = sumsBy(whole, (one) => one.part)
  const topOf = (key: string, steps = 0): string => {
    const parent = categories.get(key)?.parent
    return parent && categories.has(parent) && steps < levelsMax ? topOf(parent, steps + 1) : key
  }
  const grouped = [...counted.filter((one) => one.part === null), ...open]
  return {
    period: { name: period.name, ...daysOf(period), before: daysOf(period.before), isOver: period.end <= now.getTime() },
    asOf: at.toISOString(),
    ...of,
    reach,
    // Each stands there by its body, by its channel and by its place.
    counts: plain(sumOf([...whole, ...open.filter((one) => one.body !== null)])),
    before: plain(sumOf(before)),
    spans,
    trend: period.parts.map((part, i) => ({ ...daysOf(part), counts: plain(byPart.get(i + 1) ?? {}) })),
    comparison: scope.body === undefined ? comparisonOf(grouped, bodies) : [],
    daily,
    bodies: inOrder(sumsBy(grouped, (one) => one.body)).flatMap(([id, counts]) => {
      const known = bodies.get(id)
      return known ? [{ body: namedBody(known), counts: plain(counts) }] : []
    }),
    tracks: tracksOf(grouped, tracks, (category) => trackOf(categories, category)),
    places: scope.grid === undefined ? await placesOf(call, grouped) : [],
    channels: inOrder(sumsBy(grouped, (one) => one.channel)).map(([channel, counts]) => ({ channel, counts: plain(counts) })),
    rulings: rulings.flatMap(({ ruled_by: by, granted, refused }) => {
      const known = bodies.get(by)
      return known ? [{ by: namedBody(known), granted, refused }] : []
    }),
    categories: inOrder(sumsBy(grouped, (one) => (one.category === null ? null : topOf(one.category)))).map(([key, counts]) => ({
      key: key || null, name: categoryName(categories.get(key)), counts: plain(counts),
    })),
  }
}

/** Each body beside what its mix of categories takes elsewhere, the one furthest behind first. */
function comparisonOf(grouped: readonly Counted[], bodies: ReadonlyMap<string, Parameters<typeof namedBody>[0]>): Figures['comparison'] {
  const own = [...Map.groupBy(grouped.filter((one) => one.body !== null), (one) => JSON.stringify([one.body, one.category]))]
    .map(([, rows]) => ({ body: rows[0]!.body!, kind: rows[0]!.category!, counts: sumOf(rows) }))
  const byRate = comparedRates.map((rate) => {
    const { part, whole } = rates[rate]
    return { rate, of: compare(own.flatMap(({ body, kind, counts }) => (counts[whole] ? [{ body, kind, part: counts[part] ?? 0, whole: counts[whole] }] : []))) }
  })
  const lines = [...bodies].flatMap(([id, known]) => {
    const compared = byRate.flatMap(({ rate, of }) => (of.has(id) ? [{ rate, ...of.get(id)! }] : []))
    return compared.length > 0 ? [{ body: namedBody(known), rates: compared, worst: Math.min(...compared.map(({ distance }) => distance ?? Infinity)) }] : []
  })
  return lines.toSorted((a, b) => (a.worst === b.worst ? 0 : a.worst - b.worst)).map(({ body, rates: of }) => ({
    body, rates: of.map(({ rate, whole, part, expected, verdict }) => ({ rate, whole, part, expected, verdict })),
  }))
}

/** By track, in their order: a case counts for the track that its category has now. */
function tracksOf(grouped: readonly Counted[], tracks: readonly { key: string; name: Figures['tracks'][number]['name'] }[], of: (category: string) => string | undefined): Figures['tracks'] {
  const sums = sumsBy(grouped, (one) => (one.category === null ? null : (of(one.category) ?? null)))
  return tracks.flatMap(({ key, name }) => (sums.has(key) ? [{ key, name, counts: plain(sums.get(key)!) }] : []))
}

/** Of places by their names, and last what nobody could place. */
async function placesOf(call: Asking, grouped: readonly Counted[]): Promise<Figures['places']> {
  const sums = [...sumsBy(grouped, (one) => one.place)].toSorted(([a], [b]) => Number(a === 0) - Number(b === 0) || a - b)
  const names = await namesOf(call, sums.map(([id]) => id))
  return sums.map(([id, counts]) => ({ region: names.get(id) ?? null, counts: plain(counts) }))
}

/** However they were added up, they come in the same order. */
const inOrder = (sums: ReadonlyMap<string, Counts>) => [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1))

const daysOf = ({ from, to }: { from: string; to: string }) => ({ from, to })
const plain = (counts: Counts): Record<string, number> => counts as Record<string, number>
