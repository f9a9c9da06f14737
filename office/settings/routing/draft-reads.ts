import type { OperationId } from '#contract/paths.ts'

/** What a change of the draft makes old. */
export const draftReads: OperationId[] = ['readRoutingDraft', 'readRouting', 'findRoute', 'readRoute', 'listRoutingVersions']
