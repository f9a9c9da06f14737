/** Who was let in from outside, and who was shut out. subject: the program, the source or the rule. */
export const exchangeFacts = {
  'client.made': { keptForTheRecord: true },
  'client.withdrawn': { keptForTheRecord: true },
  'source.made': { keptForTheRecord: true },
  'source.withdrawn': { keptForTheRecord: true },
  'rule.made': { keptForTheRecord: true },
  'rule.ended': { keptForTheRecord: true },
} as const
