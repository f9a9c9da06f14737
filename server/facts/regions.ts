/** What happens to the tree of regions and to a county's calendar. The subject stands for the region's number. */
export const regionsFacts = {
  /** detail: { region } */
  'region.created': { keptForTheRecord: true },
  /** detail: { region, changed } */
  'region.changed': { keptForTheRecord: true },
  /** detail: { year, zone }. Open clocks are reckoned anew. */
  'calendar.changed': {},
} as const
