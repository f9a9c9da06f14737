import { useTranslation } from 'react-i18next'
import type { CaseState, Step } from '#contract/matters.ts'
import type { Notice } from '#contract/notices.ts'
import { useName } from '../frame/use-words.ts'

/** The words that both apps share for what happens to a matter. */
export function useCaseWords() {
  const { t } = useTranslation()
  const name = useName()
  return {
    state: (state: CaseState) => t(`casework.states.${state}`),
    clock: (kind: string) => t(`casework.clocks.${kind}`),
    step: ({ kind, body, other, values }: Step) =>
      t(`casework.steps.${kind}`, { ...values, body: body ? name(body) : '', other: other ? name(other) : '' }),
    notice: ({ kind, values, subject }: Notice) => t(`notices.${kind}`, { number: subject.number ?? '', ...values }),
    why: (code: string) => t(`refusals.${code}`),
  }
}
