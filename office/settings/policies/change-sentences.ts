import { useCallback } from 'react'
import type { PolicyChange } from '#contract/policies.ts'
import { useSay } from '../../say.ts'
import { usePolicyWords } from './policy-words.ts'

/** What a version changed of one rule, in one or two sentences. */
export function useChangeSentences() {
  const { t } = useSay()
  const words = usePolicyWords()
  return useCallback(
    (change: PolicyChange): string[] => {
      const { before, after, lockedBefore, lockedAfter } = change
      const of = {
        holds: words.holds(change),
        field: words.field(change.field),
        before: words.value(change.field, before),
        after: words.value(change.field, after),
      }
      const isSame = JSON.stringify(before) === JSON.stringify(after)
      const said = before === null ? 'set' : after === null ? 'removed' : 'changed'
      return [
        ...(isSame ? [] : [t(`policies.history.${said}`, of)]),
        ...(lockedBefore === lockedAfter ? [] : [t(lockedAfter ? 'policies.history.locked' : 'policies.history.unlocked', of)]),
      ]
    },
    [t, words],
  )
}
