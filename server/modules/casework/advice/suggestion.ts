import { suggest, type Model, type Suggestion } from './model.ts'
import { wordsThatCounted } from './reason.ts'
import type { Said } from './vocabulary.ts'

export interface Explained extends Suggestion {
  because: string[]
}

/** Nobody is wholly sure. */
const surest = 0.99

/** Suggestions with the words that counted. A suggestion that no word speaks for is none: it only repeats what is usual. */
export function explained(model: Model | undefined, said: Said, isAllowed: (label: string) => boolean): Explained[] {
  if (!model) return []
  return suggest(model, said, isAllowed).flatMap((one) => {
    const because = wordsThatCounted(model, one.label, said)
    return because.length === 0 ? [] : [{ ...one, confidence: Math.min(surest, Math.round(one.confidence * 100) / 100), because }]
  })
}
