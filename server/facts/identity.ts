/** Every change of authority is on the trail. */
export const identityFacts = {
  'body.created': { keptForTheRecord: true },
  'body.changed': { keptForTheRecord: true },
  /** subject: the body. What it still holds goes to another desk. */
  'body.closed': {},
  'post.created': { keptForTheRecord: true },
  'post.changed': { keptForTheRecord: true },
  /** subject: the post; detail: { post, body, persons } who lost it. Open tasks are re-homed. */
  'post.ended': {},
  /** subject: the person; detail: { post, body } */
  'staff.invited': { keptForTheRecord: true },
  /** subject: the person; detail: { link }, by which kind of link they set a new password and second factor */
  'staff.entered': { keptForTheRecord: true },
  'staff.reset': { keptForTheRecord: true },
  'staff.asked_reset': {},
  /** subject: the person, who signed in by the identity provider for the first time; their accounts are one from then on */
  'staff.linked': { keptForTheRecord: true },
  /** subject: the person, who signed in by a recovery code, or made new ones */
  'staff.recovered': { keptForTheRecord: true },
  'staff.renewed_recovery': { keptForTheRecord: true },
  /** subject: the person; one for each post that they held, detail: { post, body, persons }, or a single one: { persons } */
  'staff.left': {},
  /** subject: the person; detail: { post, body }, with `persons` (the one) where it was left */
  'post.held': { keptForTheRecord: true },
  'post.left': {},
  /** subject: the grant; detail: { post, body, action, region, from } */
  'grant.given': { keptForTheRecord: true },
  /** subject: the grant; one for each that fell with it; detail: { post, body, action, persons } who could do it */
  'grant.withdrawn': {},
  /** Whoever gave grants has seen what was done under them; subject: the person; detail: { acts }, their places in the feed */
  'reports.seen': { keptForTheRecord: true },
  'duty.set': { keptForTheRecord: true },
  'duty.removed': { keptForTheRecord: true },
  /** subject: the membership; detail: { person, village } */
  'membership.asked': {},
  'membership.verified': {},
  'membership.refused': {},
  /** subject: whose value it is; detail: { field, heldIn, case, purpose } */
  'personal.opened': { keptForTheRecord: true },
  /** subject: the person, whose verified or official name was corrected by themselves */
  'person.renamed': { keptForTheRecord: true },
  /** subject: the person who had a phone number that has a new holder now */
  'phone.passed_on': { keptForTheRecord: true },
  /** subject: that person, when their community found that the new holder is they; detail: { from } whom they were taken for */
  'person.returned': {},
} as const
