import type { CaseGroup } from '#contract/groups.ts'
import { namedBody } from '#server/modules/identity/index.ts'
import type { Bodies } from '../cases/ladder.ts'
import type { Whole } from '../reading/whole.sql.ts'
import { remitOf, type Remit } from '../remits/remit.ts'
import { contributionsOf, timesFormed } from './contribution.ts'
import { membersOf } from './group.ts'

interface Seeing {
  bodies: Bodies
  names: ReadonlyMap<string, string>
  remits: readonly Remit[]
  /** The case's category and those above it. */
  chain: readonly string[]
}

/** The group as staff see it: who is in it and may do what by law, what is done, and who contributed what. */
export function groupShown({ file, entries, trail }: Whole, { bodies, names, remits, chain }: Seeing): CaseGroup | null {
  const { group } = file
  if (!group) return null
  const members = membersOf(file)
  const nameOf = (body: string) => bodies.get(body)!.name
  const lead = file.tasks.findLast((task) => task.role === 'lead' && task.body === members[0])?.body
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]))
  return {
    by: nameOf(group.by), formedAt: group.formedAt, dissolvedAt: group.dissolvedAt, times: timesFormed(trail),
    members: members.map((body) => ({
      body: namedBody(bodies.get(body)!), role: body === lead ? 'lead' : 'assist',
      remits: remitOf(remits, body, chain).map((one) => ({ words: one.words, ground: one.ground })),
    })),
    items: group.items.map((item) => ({
      id: item.id, words: entryOf.get(item.id)?.words ?? '', body: item.body ? namedBody(bodies.get(item.body)!) : null,
      ticked: item.tickedAt && item.tickedBy && item.tickedFor ? { at: item.tickedAt, name: names.get(item.tickedBy) ?? '', body: nameOf(item.tickedFor) } : null,
    })),
    // Those who left keep what they did.
    contributions: contributionsOf(trail, [...new Set([...members, ...file.tasks.map((task) => task.body)])], (entry) => entryOf.get(entry)?.photos.length ?? 0).filter((one) => one.persons.length > 0 || members.includes(one.body)).map(({ body, persons, ...counts }) => ({
      body: nameOf(body), names: persons.map((person) => names.get(person) ?? ''), ...counts,
    })),
  }
}
