import { exclusionGrounds } from '#contract/requests.ts'
import { publicRates, rates } from '#contract/figure-keys.ts'
import { readPublicFigures, type PublicFigures } from '#contract/public-figures.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { orRefuse, Refused } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { knownBodies, namedBody } from '#server/modules/identity/index.ts'
import { levels, regionName } from '#server/modules/regions/index.ts'
import { countHappened } from './figure.sql.ts'
import { sumOf as countsOf, sumsBy, type Counts } from './figure.ts'
import { monthAt, monthBefore, periodOf, type Period } from './period.ts'
import { isFitAsCount, isFitOfVoices, isFitOfWork, percentOf, withheldOf, type Share } from './publication.ts'
import { rulingsByGround } from './rulings.sql.ts'
import { firstCounted } from './sum.sql.ts'

type Reading = Rooms & { now: Date; params: { county: number } }
type Rate = (typeof publicRates)[number]

/** What is over changes little; as many as like may read it. */
const keptMs = 600_000
const keptMax = 240

/**
 * One month at a time, and nothing else: whoever could ask for any days would take the difference of two answers and be left
 * with a few. Numbers alone: nothing opens here.
 */
export default operation(readPublicFigures, anyone, async (call) => {
  const { config, db, memory, now, params: { county }, query } = call
  const latest = monthBefore(monthAt(config.zone, now))
  const month = query.month ?? latest
  const period = periodOf(month, config.zone)
  if (!period || month > latest) throw new Refused('bad_input', { fields: [{ path: '/month', message: 'format' }] })
  const region = orRefuse(await regionName(call, county))
  orRefuse(region.level === levels.county || undefined)
  const isFresh = (kept: { at: Date }) => now.getTime() - kept.at.getTime() < keptMs
  const { figures } = await memory.recall('public figures', `${county} ${month}`, async () => ({ at: now, figures: await tellable(call, period) }), isFresh, keptMax)
  const first = await firstCounted(db, county)
  const earliest = first && monthAt(config.zone, first)
  return { month, from: period.from, to: period.to, earliest: earliest && earliest <= latest ? earliest : null, latest, region, ...figures }
})

type Told = Omit<PublicFigures, 'month' | 'from' | 'to' | 'earliest' | 'latest' | 'region'>

async function tellable(call: Reading, period: Period): Promise<Told> {
  const { config, db, params: { county } } = call
  const [happened, grounds, bodies] = await Promise.all([
    countHappened(db, { county }, period, config.zone), rulingsByGround(db, county, period), knownBodies(call, county),
  ])
  const all = countsOf(happened.filter(({ part }) => part !== null && part > 0))
  const perBody = new Map([...sumsBy(happened.filter(({ part }) => part === null), (one) => one.body)].filter(([id]) => bodies.has(id)))
  const withheld = new Map(publicRates.map((rate) => [rate, withheldOf(sharesOf(perBody, (counts) => shareOf(counts, rate)), fitOf(rate))]))
  const uncounted = withheldOf(sharesOf(perBody, excludedOf), isFitAsCount)
  const lines = [...perBody].map(([id, counts]) => ({
    body: namedBody(bodies.get(id)!),
    rates: publicRates.map((rate) => toldRate(rate, shareOf(counts, rate), !withheld.get(rate)!.has(id))),
    excluded: { count: uncounted.has(id) ? null : (counts['closed.excluded'] ?? 0) },
  }))
  const told = lines.filter(({ rates: of }) => of.some(({ whole }) => whole !== null))
  return {
    received: coarse(all.received), closed: coarse(all.closed),
    rates: publicRates.map((rate) => toldRate(rate, shareOf(all, rate), fitOf(rate)(shareOf(all, rate)))),
    excluded: toldExcluded(excludedOf(all)),
    rulings: toldRulings(grounds, (id) => bodies.get(id)),
    bodies: told,
    unnamed: lines.length - told.length,
  }
}

const fitOf = (rate: Rate) => (rate === 'solved' || rate === 'satisfied' ? isFitOfVoices : isFitOfWork)
const shareOf = (counts: Counts, rate: Rate): Share => ({ part: counts[rates[rate].part] ?? 0, whole: counts[rates[rate].whole] ?? 0 })
const excludedOf = (counts: Counts): Share => ({ part: counts['closed.excluded'] ?? 0, whole: counts.closed ?? 0 })
const sharesOf = (perBody: ReadonlyMap<string, Counts>, of: (counts: Counts) => Share) => new Map([...perBody].map(([id, counts]) => [id, of(counts)] as const))
const coarse = (count = 0) => ({ count: isFitAsCount({ part: count, whole: count }) ? count : null })

/** The whole is told where it is enough by itself, even where the share is not. */
function toldRate(rate: Rate, share: Share, isTold: boolean): Told['rates'][number] {
  return { rate, whole: isFitOfWork(share) ? share.whole : null, percent: isTold && isFitOfWork(share) ? percentOf(share) : null }
}

function toldExcluded(share: Share): Told['excluded'] {
  return { ...coarse(share.part), percent: isFitAsCount(share) && isFitOfWork(share) ? percentOf(share) : null }
}

function toldRulings(all: Awaited<ReturnType<typeof rulingsByGround>>, bodyOf: (id: string) => Parameters<typeof namedBody>[0] | undefined): Told['rulings'] {
  const [granted, refused] = [all.filter((one) => one.granted), all.filter((one) => !one.granted)].map((rows) => rows.reduce((sum, one) => sum + one.count, 0))
  const byGround = new Map(exclusionGrounds.map((ground) => {
    const count = all.filter((one) => one.granted && one.ground === ground).reduce((sum, one) => sum + one.count, 0)
    return [ground, { part: count, whole: count }] as const
  }))
  const withheld = withheldOf(byGround, isFitAsCount)
  const others = [...withheld].reduce((sum, ground) => sum + byGround.get(ground)!.part, 0)
  return {
    granted: coarse(granted), refused: coarse(refused),
    grounds: [...byGround].filter(([ground, { part }]) => part > 0 && !withheld.has(ground)).map(([ground, { part }]) => ({ ground, count: part })),
    others: others > 0 ? coarse(others) : null,
    by: [...new Set(all.map((one) => one.ruled_by))].flatMap((id) => bodyOf(id) ?? []).map((body) => namedBody(body)),
  }
}
