import { call } from '#screen/api.ts'
import { BodySelect } from '../../controls/body-select.tsx'
import { Field } from '../../controls/field.tsx'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { TaskActProps } from '../act-props.ts'
import { ChoiceField } from '../choice-field.tsx'
import { returnGrounds, type ReturnGround } from '../choices.ts'
import { useAsked } from '../use-asked.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  ground?: ReturnGround
  proposed?: string
  words: string
}
const empty: Draft = { words: '' }

/** Not ours: why, and whose it is where that is known. */
export function ReturnTask({ subject, task, back, done }: TaskActProps) {
  const { t } = useSay()
  const wasAsked = useAsked(subject)
  const { county, id } = subject
  const [{ ground, proposed, words }, change, clear] = useDraft(`${task.id}-return`, empty)
  const act = useCaseAct(
    subject,
    (version) =>
      call('returnTask', {
        params: { county, id, task: task.id },
        body: { ground: ground!, proposed, words: words.trim() },
        version,
      }),
    () => {
      clear()
      done(t(wasAsked('return') ? 'office.acts.return.asked' : 'office.acts.return.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.return.title')}
      submit={t('office.acts.return.submit')}
      act={act}
      back={back}
      isDanger
      canSend={ground !== undefined && words.trim() !== ''}
    >
      <ChoiceField
        label={t('office.acts.return.ground')}
        choices={returnGrounds}
        words={(one) => t(`casework.returnGrounds.${one}`)}
        value={ground}
        onChange={(chosen) => change({ ground: chosen })}
      />
      <Field label={t('office.acts.return.proposed')} optional={t('office.optional')}>
        {(field) => (
          <BodySelect
            id={field}
            county={county}
            label={t('office.acts.return.proposed')}
            placeholder={t('office.choose.body')}
            without={[task.body.id]}
            allowClear
            value={proposed}
            onChange={(chosen) => change({ proposed: chosen })}
          />
        )}
      </Field>
      <WordsField
        label={t('office.acts.return.words')}
        rows={3}
        value={words}
        onChange={(next) => change({ words: next })}
      />
    </ActForm>
  )
}
