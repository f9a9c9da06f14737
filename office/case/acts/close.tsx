import { call } from '#screen/api.ts'
import { Field } from '../../controls/field.tsx'
import { useDraft } from '../../draft.ts'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import { instantOf, wallTimeOf } from '../../zone-time.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { ChoiceField } from '../choice-field.tsx'
import { outcomes, type Outcome } from '../choices.ts'
import { useAsked } from '../use-asked.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  outcome?: Outcome
  words: string
  plannedUntil: string
}
const empty: Draft = { words: '', plannedUntil: '' }

/** The reported result stands; what the lead claimed is proposed. */
export function Close({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { now, zone } = useReader()
  const wasAsked = useAsked(subject)
  const { county, id, tasks } = subject
  const [draft, change, clear] = useDraft(`${id}-close`, empty)
  const claimed = tasks.find(({ role, outcome }) => role === 'lead' && outcome)?.outcome
  const outcome = draft.outcome ?? outcomes.find((one) => one === claimed)
  const isPlanned = outcome === 'planned'
  const today = wallTimeOf(now.getTime(), zone).day
  const act = useCaseAct(
    subject,
    (version) =>
      call('closeCase', {
        params: { county, id },
        body: {
          outcome: outcome!,
          words: draft.words.trim() || undefined,
          plannedUntil: isPlanned ? instantOf(draft.plannedUntil, '23:59', zone) : undefined,
        },
        version,
      }),
    () => {
      clear()
      done(t(wasAsked('plan') ? 'office.acts.close.planAsked' : wasAsked('close') ? 'office.acts.close.asked' : 'office.acts.close.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.close.title')}
      submit={t('office.acts.close.submit')}
      act={act}
      back={back}
      canSend={outcome !== undefined && (!isPlanned || draft.plannedUntil > today)}
    >
      <ChoiceField
        label={t('office.acts.outcome')}
        choices={outcomes}
        words={(one) => t(`casework.outcomes.${one}`)}
        value={outcome}
        onChange={(chosen) => change({ outcome: chosen })}
      />
      {isPlanned && (
        <Field label={t('office.acts.close.until')} hint={t('office.acts.close.planned')}>
          {(field, describedBy) => (
            <input
              id={field}
              aria-describedby={describedBy}
              className="line-input"
              type="date"
              required
              min={today}
              value={draft.plannedUntil}
              onChange={(event) => change({ plannedUntil: event.target.value })}
            />
          )}
        </Field>
      )}
      <WordsField
        label={t('office.acts.close.words')}
        optional={t('office.optional')}
        rows={3}
        value={draft.words}
        onChange={(words) => change({ words })}
      />
    </ActForm>
  )
}
