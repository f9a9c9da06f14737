import type { Route } from '#contract/routing.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { knownBodies, namedBody } from '#server/modules/identity/index.ts'
import { routingNames } from './recall-routing.ts'
import { guideOf, ownersThatMatter, routeOf, type Catalogue, type Question } from './route.ts'

/**
 * Whom a catalogue names, and why. Nobody named: the desk that dispatches keeps it; where that is gone, the county's backstop.
 * @param desk the desk that would dispatch
 */
export async function proposeRoute(
  rooms: Pick<Rooms, 'db' | 'memory'>, county: number, { book, content }: { book: number; content: Catalogue }, asked: Question, desk: string | undefined,
): Promise<Route> {
  const [bodies, names] = await Promise.all([knownBodies(rooms, county), routingNames(rooms, county, [content])])
  const isOpen = (body: string) => bodies.get(body)?.isOpen ?? false
  const { entry, passedOver } = routeOf(content, asked, isOpen)
  const backstop = content.backstop !== null && isOpen(content.backstop) ? content.backstop : undefined
  const named = (body: string | undefined) => (body && bodies.has(body) ? namedBody(bodies.get(body)!) : null)
  const holder = entry ? 'entry' : desk && isOpen(desk) ? 'desk' : backstop ? 'backstop' : 'nobody'
  const lead = { entry: entry?.lead, desk, backstop, nobody: undefined }[holder]
  return {
    book,
    holder,
    entry: entry ? names.entry(entry) : null,
    lead: named(lead),
    assists: (entry?.assists ?? []).filter(isOpen).flatMap((body) => named(body) ?? []),
    backstop: named(backstop),
    passedOver: passedOver.map(names.entry),
    owners: ownersThatMatter(content, asked, isOpen).flatMap(({ key, lead: other }) => {
      const owner = content.owners.find((one) => one.key === key)
      return owner && bodies.has(other) ? [{ key, name: owner.name, lead: namedBody(bodies.get(other)!) }] : []
    }),
    guide: guideOf(content, asked.chain) ?? null,
  }
}
