/**
 * A role is a named set of actions. `area`: over the region of the post. `body`: over what the post's body holds.
 * All authority comes through posts with a role, and through grants of an action or a role.
 */
export type Over = 'area' | 'body'
export type RoleAction = readonly [action: string, over: Over]

const figures: RoleAction[] = [['figures.read', 'area']]
// A department has no area of its own: it sees what counts for itself.
const ownFigures: RoleAction[] = [['figures.read', 'body']]
const everyStaff: RoleAction[] = [['organisation.read', 'area']]
const desk: RoleAction[] = [
  ['case.triage', 'body'], ['case.dispatch', 'body'], ['case.escalate', 'body'], ['case.close', 'body'], ['case.answer', 'body'],
]
const handling: RoleAction[] = [['appeal.enter', 'body'], ['case.read', 'body'], ['task.work', 'body'], ['case.note', 'body'], ['person.open', 'body']]
const leading: RoleAction[] = [
  ['task.assign', 'body'], ['gate.decide', 'body'], ['body.bind', 'body'], ['roster.change', 'body'], ['staff.read', 'area'], ['grant.read', 'area'], ['grant.change', 'area'],
]
const community: RoleAction[] = [
  ['membership.read', 'area'], ['membership.decide', 'area'], ['person.open', 'area'], ['community.code', 'area'],
]
const organising: RoleAction[] = [
  ['region.change', 'area'], ['body.change', 'area'], ['post.change', 'area'], ['staff.read', 'area'], ['staff.change', 'area'],
  ['grant.read', 'area'], ['grant.change', 'area'], ['roster.change', 'area'], ['community.code', 'area'], ['calendar.change', 'area'],
  ['exchange.read', 'area'], ['exchange.change', 'area'],
]

/** The county's rules and its routing catalogue: whoever keeps the house, and whoever dispatches for all of it. */
const ruling: RoleAction[] = [['policy.draft', 'area'], ['policy.publish', 'area'], ['routing.draft', 'area'], ['routing.publish', 'area']]

export const roles = {
  committee_member: [...everyStaff, ...figures, ['case.read', 'area'], ...desk, ...handling, ...community],
  committee_secretary: [...everyStaff, ...figures, ['case.read', 'area'], ...desk, ...handling, ...community, ...leading],
  // What they find on patrol goes to whom the catalogue names, without a call to the desk (ZHXX-5).
  grid_worker: [...everyStaff, ...handling, ['case.dispatch_by_policy', 'body']],
  subdistrict_clerk: [...everyStaff, ...figures, ['case.read', 'area'], ['case.supervise', 'area'], ['case.callback', 'body'], ...desk, ...handling],
  subdistrict_leader: [...everyStaff, ...figures, ['case.read', 'area'], ['case.supervise', 'area'], ['case.callback', 'body'], ...desk, ...handling, ...leading],
  // A case may be sent up straight to a department, which is its desk from then on.
  department_clerk: [...everyStaff, ...ownFigures, ...desk, ...handling],
  department_head: [...everyStaff, ...ownFigures, ...desk, ...handling, ...leading],
  centre_dispatcher: [...everyStaff, ...figures, ['case.read', 'area'], ['case.import', 'area'], ['case.supervise', 'area'], ['case.callback', 'body'], ['exchange.read', 'area'], ...desk, ...handling, ...leading, ...ruling],
  administrator: [...everyStaff, ...organising, ...ruling],
} as const satisfies Record<string, readonly RoleAction[]>

export type Role = keyof typeof roles

export const isRole = (name: string): name is Role => Object.hasOwn(roles, name)

/** Given by itself, such an action reaches what the receiver's body holds, never an area: nobody speaks for another body. */
const ownAlone: ReadonlySet<string> = new Set(['body.bind'])

/** What an action or `role:<role>` stands for: its actions. Empty where the name is unknown. */
export function actionsOf(name: string): readonly RoleAction[] {
  if (!name.startsWith('role:')) return allActions.has(name) ? [[name, ownAlone.has(name) ? 'body' : 'area']] : []
  const role = name.slice('role:'.length)
  return isRole(role) ? roles[role] : []
}

/** Every action that some role holds. */
export const allActions: ReadonlySet<string> = new Set(Object.values(roles).flatMap((actions) => actions.map(([action]) => action)))

/** Rights over the organisation itself. Whoever makes a post with such a right must hold it; casework rights they only hand out. */
export const organisingActions: ReadonlySet<string> = new Set(organising.map(([action]) => action))

/** A grid worker is no village cadre (专职网格员不由村居干部兼任). */
export function areIncompatible(one: string, other: string): boolean {
  const isCadre = (role: string) => role === 'committee_member' || role === 'committee_secretary'
  return (one === 'grid_worker' && isCadre(other)) || (other === 'grid_worker' && isCadre(one))
}
