import type { Operations } from '#contract/index.ts'
import type { OperationId } from '#contract/paths.ts'

export type Draft = Operations['readCodesDraft']['reply']

/** What a change of the draft makes old. */
export const codeReads: OperationId[] = ['readCodesDraft', 'readCodes', 'listCodesVersions']
