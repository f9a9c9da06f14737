import { readDutyToday } from '#contract/identity.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { zoneDayAt } from '#server/kernel/zone-day.ts'
import { bodyOf } from '../bodies/body.sql.ts'
import { firstResponsible } from '../find-people.ts'
import { deskOf, knownBodies } from '../known-bodies.ts'
import { personName } from '../personal.ts'
import { inBoth, regionPlace } from '../region-place.sql.ts'
import { dutiesToShow, firstToShow, type PublicDutyRow } from '../stationed/stationed.sql.ts'

/** Residents may know who is there for them (SQT-15): the post and the body's public number; a name only where the post is declared public. */
export default operation(readDutyToday, anyone, async (call) => {
  const { params: { county, village }, db, config, vault, now } = call
  const place = orRefuse(await regionPlace(db, village))
  orRefuse(place.county === county && place.level === 5 ? place : undefined)
  const desk = orRefuse(deskOf(await knownBodies(call, county), place))
  const { telephone, name_zh: zh, name_en: en } = orRefuse(await bodyOf(db, county, desk.id))
  const day = zoneDayAt(config.zone, now.getTime())
  const rows = await dutiesToShow(db, county, desk.id, new Date(day.start), new Date(day.end))
  const isServed = rows.some((row) => row.since! <= now && row.until! > now)
  const first = isServed ? undefined : await firstToShow(db, county, desk.id, [...firstResponsible], now)
  const shown = (row: PublicDutyRow) => ({
    title: inBoth(row.title_zh, row.title_en),
    name: row.is_public && row.name ? vault.open(personName.name, row.name) : null,
    from: row.since?.toISOString() ?? null,
    to: row.until?.toISOString() ?? null,
  })
  return { body: { name: inBoth(zh, en), telephone }, duties: rows.map(shown), first: first ? shown(first) : null }
})
