/** Every change of authority is on the trail. */
export const identityFacts = {
  'body.created': { keptForTheRecord: true },
  'body.changed': { keptForTheRecord: true },
  'body.closed': { keptForTheRecord: true },
  'post.created': { keptForTheRecord: true },
  'post.changed': { keptForTheRecord: true },
  /** detail: { persons } who lost it. Open tasks are re-homed. */
  'post.ended': {},
  /** subject: the person */
  'staff.invited': { keptForTheRecord: true },
  'staff.entered': { keptForTheRecord: true },
  'staff.reset': { keptForTheRecord: true },
  'staff.asked_reset': {},
  'staff.left': {},
  /** subject: the person; detail: { post } */
  'post.held': { keptForTheRecord: true },
  'post.left': {},
  'grant.given': { keptForTheRecord: true },
  'grant.withdrawn': {},
  'duty.set': { keptForTheRecord: true },
  'duty.removed': { keptForTheRecord: true },
  /** subject: the membership; detail: { person, village } */
  'membership.asked': {},
  'membership.verified': {},
  'membership.refused': {},
  'personal.opened': { keptForTheRecord: true },
} as const
