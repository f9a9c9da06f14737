/**
 * What happens to a case. Every one carries in its detail `from` and `to`: { desk, state }, where they changed, from
 * which the tallies are folded; `entry`: the words that belong to it.
 */
export const caseworkFacts = {
  'case.received': { resident: true },
  'case.accepted': { resident: true },
  'case.declined': { resident: true },
  'case.asked_back': { resident: true },
  'case.added_to': { resident: true },
  'case.resumed': { resident: true },
  /** A collector reports a component that has an open case. detail.values: { channel, appeal } */
  'case.reported_again': {},
  'case.sorted': { keptForTheRecord: true },
  'case.published': { resident: true },
  'case.kept_private': { resident: true },
  'case.dispatched': { resident: true },
  /** More assists, from wherever; detail.tasks. */
  'case.assist_called': { resident: true },
  /** Those at work on it go on as a task group; to: { group }, as in a dispatch that forms one. */
  'group.formed': { resident: true },
  /** By hand, with a reason in its entry; the tasks stay with their bodies. By closing it dissolves with the case. */
  'group.dissolved': {},
  /** A line of its checklist; entry: its words. */
  'group.item_added': { keptForTheRecord: true },
  'group.item_ticked': { keptForTheRecord: true },
  'group.item_unticked': { keptForTheRecord: true },
  'case.escalated': { resident: true },
  'case.sent_down': { resident: true },
  /** Its desk was closed: another has it. */
  'case.rehomed': { resident: true },
  'case.noted': { keptForTheRecord: true },
  'case.told': { resident: true },
  'task.taken': { resident: true, keptForTheRecord: true },
  'task.assigned': { resident: true },
  'task.returned': { resident: true },
  'task.reported': { resident: true },
  'task.released': { keptForTheRecord: true },
  'clocks.recomputed': { keptForTheRecord: true },
  'task.rehomed': {},
  'case.petition_marked': { resident: true },
  /** The head of the body gave it more of the law's time. detail.values: { days, until } */
  'petition.extended': { resident: true },
  /** The resident asks the level above, or the next. detail.requests; values: { request } */
  'petition.review_asked': { resident: true },
  /** What was answered stands, or is changed. detail.values: { request, opinion } */
  'petition.reviewed': { resident: true },
  /** It is handled again, by order of the level above. */
  'petition.redo_ordered': { resident: true },
  /** A body asks another to decide; detail.requests. */
  'request.made': {},
  'request.ruled': {},
  'request.sent_back': {},
  'request.undone': { keptForTheRecord: true },
  'request.lapsed': { keptForTheRecord: true },
  'task.extended': { resident: true },
  /** Whose is it: a desk asks bodies; detail.requests, one for each. */
  'ownership.asked': {},
  /** The word of one of them. detail.values: { takes: yes | no, ground } */
  'ownership.said': {},
  /** A body is asked to look on site; detail.requests, values: { request } */
  'site_check.asked': {},
  /** What it found; not put right, it is a rework. detail.values: { request, ruling } */
  'site_check.answered': {},
  'case.supervised': {},
  'supervision.answered': {},
  'case.excluded': {},
  /** Its resident has it handled again, as of right. */
  'case.reopened': { resident: true },
  /** detail.values: { by: desk | callback | supervision } */
  'case.reopened_by_staff': { resident: true },
  /** A leader's words 批示; entry. */
  'case.instructed': {},
  /** detail.values: { number, of the other }; to: { master } */
  'case.merged': { resident: true },
  'case.joined': { keptForTheRecord: true },
  'case.parted': { keptForTheRecord: true },
  'case.taken_apart': { resident: true },
  /** Nobody judged it in time. */
  'rating.over': { keptForTheRecord: true },
  'callback.asked': { keptForTheRecord: true },
  /** detail.values: { reached, contacted, solved, satisfied } */
  'callback.made': { keptForTheRecord: true },
  'case.reworked': { resident: true },
  'case.closed': { resident: true },
  'case.answered': { resident: true },
  /** A case that nobody reported is over when it is closed. */
  'case.filed': {},
  'case.rated': { resident: true },
  /** The resident covered parts of what they had said. detail: { values: { characters } } */
  'case.words_covered': { resident: true, keptForTheRecord: true },
  'case.withdrawn': { resident: true },
  'clock.warned': {},
  'clock.breached': {},
  /** A case came from another platform, with its history. detail: { values: { source, sourceId, import } } */
  'case.imported': { keptForTheRecord: true },
  /** subject: the key with which it was published; detail: { values: { version, effectiveFrom } } */
  /** subject: the line of a body's list of duties; detail: { body, category } */
  'remit.added': { keptForTheRecord: true },
  'remit.ended': { keptForTheRecord: true },
  /** subject: one table that was read; detail: { values: { added, changed } } */
  'remits.imported': { keptForTheRecord: true },
  'policy.published': { keptForTheRecord: true },
  'routing.published': { keptForTheRecord: true },
  'codes.published': { keptForTheRecord: true },
  /** subject: one keeping of the tracks; detail: { values: { version } } */
  'tracks.kept': { keptForTheRecord: true },
  /** subject: the import; detail: { values } with what it came to, where it ended */
  'import.made': { keptForTheRecord: true },
  'import.begun': { keptForTheRecord: true },
  'import.ended': { keptForTheRecord: true },
  'import.stopped': { keptForTheRecord: true },
} as const
