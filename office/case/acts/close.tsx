import { call } from '#screen/api.ts'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { ChoiceField } from '../choice-field.tsx'
import { outcomes, type Outcome } from '../choices.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  outcome?: Outcome
  words: string
}
const empty: Draft = { words: '' }

/** The reported result stands; what the lead claimed is proposed. */
export function Close({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id, tasks } = subject
  const [draft, change, clear] = useDraft(`${id}-close`, empty)
  const claimed = tasks.find(({ role, outcome }) => role === 'lead' && outcome)?.outcome
  const outcome = draft.outcome ?? outcomes.find((one) => one === claimed)
  const act = useCaseAct(
    subject,
    (version) =>
      call('closeCase', {
        params: { county, id },
        body: { outcome: outcome!, words: draft.words.trim() || undefined },
        version,
      }),
    () => {
      clear()
      done(t('office.acts.close.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.close.title')}
      submit={t('office.acts.close.submit')}
      act={act}
      back={back}
      canSend={outcome !== undefined}
    >
      <ChoiceField
        label={t('office.acts.outcome')}
        choices={outcomes}
        words={(one) => t(`casework.outcomes.${one}`)}
        value={outcome}
        onChange={(chosen) => change({ outcome: chosen })}
      />
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
