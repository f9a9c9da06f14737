import { assign, moved, type Deciding } from '../cases/decision.ts'
import type { CaseEvent } from '../cases/event.ts'
import { forming, type Group, type Item } from './group.ts'

/** What follows from acts of a task group. Pure, as cases/decision.ts is. */

/** Those at work on it go on as a group, with some bodies more. */
export function formed(on: Deciding, more: readonly string[]): CaseEvent {
  const pairs = more.map((body) => assign(on, body, 'assist', on.rules.task))
  const lead = on.file.tasks.find((task) => task.role === 'lead' && task.state !== 'returned' && task.state !== 'ended')
  const detail = { tasks: pairs.map(([task]) => task), clocks: pairs.map(([, clock]) => clock), ...(lead && { other: lead.body }) }
  return moved(on, 'formGroup', 'group.formed', detail, forming(on))
}

/** By hand, with a reason: the case stays open, and each body keeps its task. */
export const dissolved = (on: Deciding): CaseEvent => moved(on, 'dissolveGroup', 'group.dissolved', {}, {})

/** A line of the checklist; its words are the entry. */
export function itemAdded(on: Deciding, group: Group, id: string, body: string | null): CaseEvent {
  const item: Item = { id, body, tickedAt: null, tickedBy: null, tickedFor: null }
  return moved(on, 'group', 'group.item_added', body ? { other: body } : {}, { group: { ...group, items: [...group.items, item] } })
}

/** Done, and by whom; or taken back. The step shows the line's words. */
export function itemTicked(on: Deciding, group: Group, item: Item, by: { person: string; body: string } | undefined): CaseEvent {
  const ticked: Item = { ...item, tickedAt: by ? on.now.toISOString() : null, tickedBy: by?.person ?? null, tickedFor: by?.body ?? null }
  const items = group.items.map((one) => (one.id === item.id ? ticked : one))
  return moved(on, 'group', by ? 'group.item_ticked' : 'group.item_unticked', { entry: item.id }, { group: { ...group, items } })
}

/** A note that the whole group shares. */
export const groupNoted = (on: Deciding): CaseEvent => moved(on, 'group', 'case.noted', { values: { group: 'note' } }, {})
