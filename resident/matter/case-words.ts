import { useTranslation } from 'react-i18next'
import type { CaseState, Step } from '#contract/matters.ts'
import type { Notice } from '#contract/notices.ts'
import { useElderMode } from '../elder/elder-mode.ts'
import { useTime } from '../frame/use-time.ts'
import { useLanguage, useName } from '../frame/use-words.ts'

/** The words that both apps share for what happens to a matter. */
export function useCaseWords() {
  const { t } = useTranslation()
  const name = useName()
  const language = useLanguage()
  const isElder = useElderMode()
  const { fullDate } = useTime()
  const plain = (key: string) => (isElder ? [`resident.plain.${key}`] : [])
  return {
    /** As others read it. */
    state: (state: CaseState) => t(`casework.states.${state}`),
    /** As its own resident reads it. */
    myState: (state: CaseState) => t([...plain(`states.${state}`), `casework.statesForResident.${state}`]),
    clock: (kind: string) => t([...plain(`clocks.${kind}`), `casework.clocks.${kind}`]),
    step: (step: Step) => {
      const { kind, body, other, values } = step
      return t(`casework.steps.${kind}`, {
        ...values,
        context: contextOf(step),
        body: body ? name(body) : '',
        other: other ? name(other) : '',
        assists: (language === 'en' && values.assistsEn) || values.assists,
        groundText: values.ground && t(`casework.${kind === 'task.returned' ? 'returnGrounds' : 'declineGrounds'}.${values.ground}`),
        requestText: values.request && t(`casework.requests.${values.request}`),
        rulingText: values.ruling && t(`casework.rulings.${values.ruling}`),
        opinionText: values.opinion && t(`casework.opinions.${values.opinion}`),
        until: values.until && fullDate(values.until),
        outcomeText: values.outcome && t(`casework.outcomes.${values.outcome}`),
        defaultValue: kind,
      })
    },
    notice: ({ kind, values, subject }: Notice) => t(`notices.${kind}`, { number: subject.number ?? '', ...values }),
  }
}

/** A dispatch reads otherwise where others assist, and where the desk keeps the matter. */
function contextOf({ kind, body, other, values }: Step): string | undefined {
  if (kind === 'task.returned' && values.agreed) return 'agreed'
  if (kind === 'case.taken_apart') return values.because
  if (kind !== 'case.dispatched') return undefined
  if (values.assists) return 'assists'
  return body && body.zh === other?.zh ? 'self' : undefined
}
