import { useCallback } from 'react'
import type { Step } from '#contract/matters.ts'
import { useSay } from '../say.ts'

/** One step as a sentence: who did what, with grounds, outcomes and clocks in words. */
export function useStepSentence() {
  const { t, name } = useSay()
  return useCallback(
    ({ kind, body, other, values }: Pick<Step, 'kind' | 'body' | 'other' | 'values'>): string =>
      t(`casework.steps.${kind}`, {
        ...values,
        body: body ? name(body) : t('office.case.resident'),
        other: other ? name(other) : '',
        groundText: values.ground && t(`casework.${kind === 'task.returned' ? 'returnGrounds' : 'declineGrounds'}.${values.ground}`),
        outcomeText: values.outcome && t(`casework.outcomes.${values.outcome}`),
        typeText: values.type && t(`casework.escalationTypes.${values.type}`),
        clockText: values.clock && t(`casework.clocks.${values.clock}`),
        defaultValue: kind,
      }),
    [t, name],
  )
}
