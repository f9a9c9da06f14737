import type { Refusal } from '#server/kernel/refusal.ts'
import type { Act, CaseFile } from '../cases/case.ts'
import { isOpen } from '../tasks/task.ts'

/**
 * A task group 任务共同体: the bodies that work one case together, from forming to dissolving. While it lives its members are
 * the bodies whose tasks are at work, so calling a body in or its return is joining and leaving.
 */
export interface Group {
  id: string
  formedAt: string
  /** The desk that formed it. */
  by: string
  dissolvedAt: string | null
  /** Who was in it when it dissolved, the lead first. */
  members: readonly string[]
  items: readonly Item[]
}

/** A line of the checklist. Its words are the entry of its id. */
export interface Item {
  id: string
  /** Whose it is to do; null: anybody's. */
  body: string | null
  tickedAt: string | null
  /** The person who ticked it, for which body. */
  tickedBy: string | null
  tickedFor: string | null
}

export const itemsMax = 50

export const isAlive = (group: Group | null): group is Group & { dissolvedAt: null } => group !== null && group.dissolvedAt === null

type Working = Pick<CaseFile, 'group' | 'tasks'>

/** Who is in it now, or was at its end; the lead first. */
export function membersOf({ group, tasks }: Working): readonly string[] {
  if (!group) return []
  return isAlive(group) ? workingBodies(tasks) : group.members
}

const workingBodies = (tasks: CaseFile['tasks']): string[] =>
  tasks.filter((task) => isOpen(task) || task.state === 'reported').toSorted((a, b) => Number(b.role === 'lead') - Number(a.role === 'lead')).map((task) => task.body)

interface Moment {
  file: CaseFile
  now: Date
  newId: () => string
}

/** What forming makes of the case: a new group, which takes over what the last one left undone; one that lives goes on. */
export function forming({ file, now, newId }: Moment): Pick<CaseFile, 'group'> {
  if (isAlive(file.group)) return { group: file.group }
  const items = (file.group?.items ?? []).filter((item) => item.tickedAt === null)
  return { group: { id: newId(), formedAt: now.toISOString(), by: file.desk, dissolvedAt: null, members: [], items } }
}

/** The acts by which the bodies' work on a case is over, or goes to another desk: a group dissolves by the same act. By hand it dissolves alone: each goes on by itself. */
const ending: readonly Act[] = ['close', 'withdraw', 'escalate', 'merge', 'decline', 'dissolveGroup']

export function dissolving({ file, now }: Pick<Moment, 'file' | 'now'>, act: Act): Partial<Pick<CaseFile, 'group'>> {
  if (!isAlive(file.group) || !ending.includes(act)) return {}
  return { group: { ...file.group, dissolvedAt: now.toISOString(), members: workingBodies(file.tasks) } }
}

/** Why a group can't be made of so few. */
export const whyNotForm = (bodies: readonly string[]): Refusal | undefined => (new Set(bodies).size < 2 ? 'group.alone' : undefined)

/** Why there is no group that lives. */
export const whyNotLiving = ({ group }: Pick<Working, 'group'>): Refusal | undefined =>
  isAlive(group) ? undefined : group ? 'group.dissolved' : 'group.none'

/** Why staff of these bodies can't take part: there is no group, or they are not in it. Its desk always is. */
export function whyNotTakePart(file: Working & Pick<CaseFile, 'desk'>, bodies: readonly string[]): Refusal | undefined {
  const no = whyNotLiving(file)
  if (no) return no
  return [file.desk, ...membersOf(file)].some((body) => bodies.includes(body)) ? undefined : 'group.not_in_it'
}

/** Why a line can't be added. */
export function whyNotAdd(file: Working, body: string | null): Refusal | undefined {
  if ((file.group?.items.length ?? 0) >= itemsMax) return 'group.too_many_items'
  return body === null || membersOf(file).includes(body) ? undefined : 'group.not_in_it'
}

/** Why a line can't be ticked, or its tick taken back: somebody did so already. */
export function whyNotTick(item: Item, done: boolean): Refusal | undefined {
  return (item.tickedAt !== null) === done ? (done ? 'group.ticked_already' : 'group.not_ticked') : undefined
}
