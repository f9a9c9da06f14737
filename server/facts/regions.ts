export const regionsFacts = {
  'region.created': { keptForTheRecord: true },
  'region.changed': { keptForTheRecord: true },
} as const
